//! The program's icon as pixels: the stair of levels on a petrol ground. Drawn here, so that it never departs from the
//! charts. The pictures under `assets/linux/icons`, which desktops want as files, are these; `tests/desktop_icons.rs`
//! compares them.

use crate::style::{Ink, LIGHT, Rgb};

/// Points sampled across each pixel for smooth corners.
const SAMPLES: u32 = 4;

/// The icon as `side` × `side` pixels, RGBA with straight alpha, row by row, as window systems take it.
#[must_use]
pub fn rgba(side: u32) -> Vec<u8> {
    let pixel = |x: u32, y: u32| {
        let at = |p: u32, k: u32| (p as f32 + (k as f32 + 0.5) / SAMPLES as f32) / side as f32;
        // From 64 pixels on no detail is smaller than a pixel: where its four corners agree, so does the rest. The window
        // waits for this picture.
        const LAST: u32 = SAMPLES - 1;
        let corner = |i, j| colour(at(x, i), at(y, j));
        let first = corner(0, 0);
        if side >= 64 && [corner(LAST, 0), corner(0, LAST), corner(LAST, LAST)].iter().all(|c| *c == first) {
            return first.map_or([0; 4], |Rgb(r, g, b)| [r, g, b, 255]);
        }
        let mut sum = [0u32; 4];
        for k in 0..SAMPLES * SAMPLES {
            if let Some(Rgb(r, g, b)) = colour(at(x, k % SAMPLES), at(y, k / SAMPLES)) {
                for (total, channel) in sum.iter_mut().zip([r, g, b, 1]) {
                    *total += u32::from(channel);
                }
            }
        }
        let covered = sum[3];
        let channel = |total: u32| total.checked_div(covered).unwrap_or(0) as u8;
        let alpha = (covered * 255 / (SAMPLES * SAMPLES)) as u8;
        [channel(sum[0]), channel(sum[1]), channel(sum[2]), alpha]
    };
    (0..side).flat_map(|y| (0..side).map(move |x| (x, y))).flat_map(|(x, y)| pixel(x, y)).collect()
}

/// Radius of the ground's corners; this and what follows is in the unit square, y down.
const CORNER: f32 = 0.2;
/// Room beside the stair.
const LEFT: f32 = 0.15;
/// Four steps: six would run together at 16 pixels.
const STEPS: u8 = 4;
/// From one step to the next.
const STEP: f32 = (1.0 - 2.0 * LEFT) / STEPS as f32;
/// Share of a step that is filled.
const FILLED: f32 = 0.93;
/// Foot of the stair.
const GROUND: f32 = 0.8;

/// Upper edge of a step, counted from the left.
fn top(step: u8) -> f32 {
    GROUND - 0.16 - 0.145 * f32::from(step)
}

/// Colour of a step: the third is the lit one.
fn step_ink(step: u8) -> Ink {
    match step {
        0 | 1 => Ink::Level(2),
        2 => Ink::OnAction,
        _ => Ink::Level(3),
    }
}

/// The colour at a place of the unit square; none outside the rounded ground.
fn colour(x: f32, y: f32) -> Option<Rgb> {
    let outside = |v: f32| (CORNER - v).max(v - (1.0 - CORNER)).max(0.0);
    if outside(x).hypot(outside(y)) > CORNER {
        return None;
    }
    let within = (x - LEFT) / STEP;
    let in_step = (0.0..f32::from(STEPS)).contains(&within) && within.fract() < FILLED;
    let step = within as u8;
    let ink = if in_step && y <= GROUND && y >= top(step) { step_ink(step) } else { Ink::Action };
    Some(LIGHT.of(ink))
}

/// The icon as an SVG document, for desktops that scale it themselves.
#[must_use]
pub fn svg() -> String {
    let rect = |x: f32, y: f32, width: f32, height: f32, corner: f32, ink: Ink| {
        let colour = LIGHT.of(ink).hex();
        let [x, y, width, height, corner] = [x, y, width, height, corner].map(|v| (v * 512.0 * 100.0).round() / 100.0);
        let rounded = if corner > 0.0 { format!(" rx=\"{corner}\"") } else { String::new() };
        let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
        format!("  <rect {place}{rounded} fill=\"{colour}\"/>\n")
    };
    let mut svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\">\n".to_owned();
    svg += &rect(0.0, 0.0, 1.0, 1.0, CORNER, Ink::Action);
    for step in 0..STEPS {
        let left = LEFT + STEP * f32::from(step);
        svg += &rect(left, top(step), STEP * FILLED, GROUND - top(step), 0.0, step_ink(step));
    }
    svg + "</svg>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_clear_and_the_middle_is_petrol_and_white() {
        for side in [16, 64, 256] {
            let pixels = rgba(side);
            assert_eq!(pixels.len(), (side * side * 4) as usize);
            let at = |x: f32, y: f32| {
                let (x, y) = ((x * side as f32) as usize, (y * side as f32) as usize);
                let from = (y * side as usize + x) * 4;
                [pixels[from], pixels[from + 1], pixels[from + 2], pixels[from + 3]]
            };
            assert_eq!(at(0.0, 0.0)[3], 0, "corner at {side}");
            assert_eq!(at(0.5, 0.06), [0x0b, 0x5a, 0x66, 255], "ground at {side}");
            assert_eq!(at(0.57, 0.6), [255, 255, 255, 255], "the lit step at {side}");
        }
    }
}
