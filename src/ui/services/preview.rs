//! The report's own pages to look at: the PDF is made, read again and painted, in a thread of its own.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::app::preview::{PreviewId, Step};
use crate::export::pdf::Watch;
use crate::pipeline::Evaluation;
use crate::report::{Edition, Picture};
use crate::text::{Language, t, ta};

/// How long a wish waits for the next one: somebody who flicks three switches wants one preview.
const PATIENCE: Duration = Duration::from_millis(150);
/// Most pixels across a page, so that its memory is bounded.
const WIDEST: u32 = 2400;

/// The pages of a report that has been made.
pub struct Pages(Pdf);

/// Paints pages of one report; letters painted once are kept.
pub struct Painter<'p> {
    pages: &'p Pages,
    cache: RenderCache<'p>,
    settings: InterpreterSettings,
}

impl Pages {
    /// Makes the report; none where whoever watches stopped it.
    ///
    /// # Errors
    /// One sentence for the user.
    pub fn make(evaluation: &Evaluation<'_>, edition: &Edition, watch: Watch<'_>) -> Result<Option<Self>, String> {
        let Some(bytes) = super::report_bytes(evaluation, edition, watch)? else { return Ok(None) };
        let failed = |_| failure(evaluation.language, &t(evaluation.language, "preview-unread"));
        Pdf::new(bytes).map(|pdf| Some(Self(pdf))).map_err(failed)
    }

    /// Width and height of each page, in points of 1/72 inch.
    #[must_use]
    pub fn sizes(&self) -> Vec<[f32; 2]> {
        self.0.pages().iter().map(|page| page.render_dimensions().into()).collect()
    }

    /// Somebody who paints them.
    #[must_use]
    pub fn painter(&self) -> Painter<'_> {
        Painter { pages: self, cache: RenderCache::new(), settings: InterpreterSettings::default() }
    }
}

impl Painter<'_> {
    /// A page so many pixels wide; none where there is no such page.
    #[must_use]
    pub fn paint(&self, page: usize, width: u32) -> Option<Picture> {
        let page = self.pages.0.pages().get(page)?;
        let scale = width.clamp(1, WIDEST) as f32 / page.render_dimensions().0.max(1.0);
        let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let painted = render(page, &self.cache, &self.settings, &RenderSettings::default(), &settings);
        // On white nothing is left to see through.
        let rgba = painted.data_as_u8_slice().to_vec();
        Some(Picture { width: painted.width().into(), height: painted.height().into(), rgba, alt: String::new() })
    }
}

/// What there is to say where there is no preview.
fn failure(language: Language, what: &str) -> String {
    ta(language, "preview-failed", &[("what", what.into())])
}

/// A preview being made or looked at. Dropped, it stops.
pub(super) struct Job {
    /// Pages looked at, with their width.
    turns: Sender<(usize, u32)>,
    stop: Arc<AtomicBool>,
    id: PreviewId,
}

impl Job {
    /// Begins to make a preview; every answer is told.
    pub(super) fn begin(
        id: PreviewId,
        evaluation: Box<Evaluation<'static>>,
        edition: Box<Edition>,
        small: u32,
        tell: impl Fn(Step) + Send + 'static,
    ) -> Self {
        let (turns, queue) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        std::thread::spawn(move || {
            if matches!(queue.recv_timeout(PATIENCE), Err(RecvTimeoutError::Disconnected)) {
                return;
            }
            let language = evaluation.language;
            let work = || serve(id, &evaluation, &edition, small, &queue, &stopped, &tell);
            // Whatever happens to a reader of PDF, the window goes on and the report can be saved.
            let fault = match catch_unwind(AssertUnwindSafe(work)) {
                Ok(done) => done.err(),
                Err(_) => Some(failure(language, &t(language, "preview-unread"))),
            };
            if let Some(sentence) = fault {
                tell(Step::Failed(id, sentence));
            }
        });
        Self { turns, stop, id }
    }

    /// Looks at a page.
    pub(super) fn turn(&self, id: PreviewId, page: usize, width: u32) {
        if id == self.id {
            // One that has failed paints no more.
            let _ = self.turns.send((page, width));
        }
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Makes the report, paints every page small and those looked at large, until nobody looks any more.
fn serve(
    id: PreviewId,
    evaluation: &Evaluation<'_>,
    edition: &Edition,
    small: u32,
    turns: &Receiver<(usize, u32)>,
    stop: &AtomicBool,
    tell: &impl Fn(Step),
) -> Result<(), String> {
    let stopped = || stop.load(Ordering::Relaxed);
    let mut watch = |_| if stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let Some(pages) = Pages::make(evaluation, edition, &mut watch)? else { return Ok(()) };
    let sizes = pages.sizes();
    let mut smalls = 0..sizes.len();
    tell(Step::Made(id, sizes));
    let painter = pages.painter();
    while !stopped() {
        // The page looked at goes before the small ones, and the latest before those already turned over.
        let turn = match turns.try_iter().last() {
            Some(turn) => turn,
            None => match smalls.next() {
                Some(page) => {
                    if let Some(picture) = painter.paint(page, small) {
                        tell(Step::Small(id, page, Arc::new(picture)));
                    }
                    continue;
                }
                None => match turns.recv() {
                    Ok(turn) => turns.try_iter().last().unwrap_or(turn),
                    Err(_) => break,
                },
            },
        };
        if let Some(picture) = painter.paint(turn.0, turn.1) {
            tell(Step::Large(id, turn.0, Arc::new(picture)));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

    use std::cell::RefCell;

    use super::*;
    use crate::assessment::file;
    use crate::pack::find;
    use crate::pipeline::evaluate_owned;

    const SAMPLE: &[u8] = include_bytes!("../../../examples/officina-meccanica.orienta.json");

    fn evaluation() -> Evaluation<'static> {
        let opened = file::open(SAMPLE, find, Language::IT).unwrap();
        evaluate_owned(opened.pack, opened.assessment, jiff::civil::date(2026, 11, 23), Language::IT)
    }

    /// What is told when these pages are looked at and then nobody looks any more; `after` stops it after so many answers.
    fn told(looked_at: &[(usize, u32)], after: Option<usize>) -> Vec<Step> {
        let (turns, queue) = channel();
        looked_at.iter().for_each(|turn| turns.send(*turn).unwrap());
        drop(turns);
        let stop = AtomicBool::new(after == Some(0));
        let steps = RefCell::new(Vec::new());
        let tell = |step| {
            steps.borrow_mut().push(step);
            if after.is_some_and(|after| steps.borrow().len() >= after) {
                stop.store(true, Ordering::Relaxed);
            }
        };
        let id = PreviewId::default();
        serve(id, &evaluation(), &Edition::default(), 60, &queue, &stop, &tell).unwrap();
        steps.into_inner()
    }

    #[test]
    fn the_page_looked_at_last_comes_first_and_every_page_comes_small() {
        let steps = told(&[(0, 200), (1, 300)], None);
        let Step::Made(_, sizes) = &steps[0] else { panic!("{:?}", steps[0]) };
        assert!(sizes.len() > 5);
        assert!(sizes.iter().all(|[width, height]| (*width - 595.3).abs() < 0.5 && (*height - 841.9).abs() < 0.5));
        let Step::Large(_, 1, large) = &steps[1] else { panic!("{:?}", steps[1]) };
        assert!(large.width.abs_diff(300) <= 1, "{large:?}");
        assert!(large.rgba.chunks(4).any(|p| p[0] < 100), "there are words on it");
        assert!(large.rgba.chunks(4).all(|p| p[3] == 255), "it hides what is behind it");
        let small: Vec<usize> = steps[2..]
            .iter()
            .map(|step| match step {
                Step::Small(_, page, picture) => {
                    assert!(picture.width.abs_diff(60) <= 1, "{picture:?}");
                    *page
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(small, (0..sizes.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_preview_that_is_stopped_tells_nothing_more() {
        assert_eq!(told(&[], Some(0)), [], "stopped while the report is being made");
        assert_eq!(told(&[], Some(1)).len(), 1, "stopped once it is made");
        assert_eq!(told(&[], Some(3)).len(), 3, "stopped while pages are being painted");
    }

    #[test]
    fn no_page_is_larger_than_memory_allows() {
        let pages = Pages::make(&evaluation(), &Edition::default(), &mut |_| ControlFlow::Continue(()));
        let pages = pages.unwrap().unwrap();
        let painter = pages.painter();
        assert!(painter.paint(0, 1_000_000).unwrap().width <= WIDEST);
        assert_eq!(painter.paint(pages.sizes().len(), 100), None);
    }
}
