//! Every screen in every state worth looking at, for the tests that loop over them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Rect, Shape, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use orienta::app::{Command, Look, Model, Recent, Screen, Settings};
use orienta::assessment::Assessment;
use orienta::pack::orientamento;
use orienta::text::Language;
use orienta::ui::Window;

use super::window::{Fake, Shown};

/// How much of a company there is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    /// A company just begun.
    Empty,
    /// Half of the answers; a long name.
    Half,
    /// Every answer of the quick questionnaire.
    Full,
    /// The full questionnaire.
    Deep,
}

impl Fill {
    pub(crate) const ALL: [Self; 4] = [Self::Empty, Self::Half, Self::Full, Self::Deep];

    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Half => "half",
            Self::Full => "full",
            Self::Deep => "deep",
        }
    }
}

/// 120 characters: long words, and short ones to break at.
pub(crate) const LONG_NAME: &str = "Officina Meccanica di Precisione e Carpenteria Industriale Fratelli Bortolamiol \
    Quattropiantoni e Figli di Abbiategrasso";

fn assessment(fill: Fill) -> Assessment {
    let bytes: &[u8] = match fill {
        Fill::Deep => include_bytes!("../../examples/carpenteria-completa.orienta.json"),
        _ => include_bytes!("../../examples/officina-meccanica.orienta.json"),
    };
    let opened =
        orienta::assessment::file::open(bytes, |_| Some(orientamento()), Language::IT).expect("the sample opens");
    let mut full = opened.assessment;
    match fill {
        Fill::Empty => Assessment::new(orientamento()),
        Fill::Full | Fill::Deep => full,
        Fill::Half => {
            full.company.name = LONG_NAME.into();
            let ids: Vec<String> = full.answers.keys().cloned().collect();
            for id in ids.iter().skip(1).step_by(2) {
                full.answers.remove(id);
            }
            full
        }
    }
}

fn recent(fill: Fill) -> Vec<Recent> {
    let entry = |n: u8| Recent {
        path: PathBuf::from(format!("/documents/Orienta/{n}.orienta.json")),
        name: if n == 0 { LONG_NAME.into() } else { format!("Impresa inventata {n}") },
        level: (n < 6).then_some(n),
        pack: None,
        date: format!("2026-11-{:02}", 10 + n),
    };
    let count = match fill {
        Fill::Empty => 0,
        Fill::Half => 2,
        Fill::Full | Fill::Deep => 12,
    };
    (0..count).map(entry).collect()
}

/// A state to look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    pub(crate) screen: Screen,
    pub(crate) look: Look,
    pub(crate) language: Language,
    pub(crate) fill: Fill,
    pub(crate) size: Vec2,
}

fn window(state: State) -> Window<Fake> {
    let path = PathBuf::from("/documents/Orienta/impresa.orienta.json");
    let bytes = orienta::assessment::file::write(&assessment(state.fill));
    let settings =
        Settings { language: Some(state.language.code().into()), look: state.look, still: true, ..Settings::default() };
    let model = Model::new(orientamento(), settings, "/documents/Orienta".into(), jiff::civil::date(2026, 11, 23));
    let fake = Fake { files: BTreeMap::from([(path.clone(), bytes)]), ..Fake::default() };
    let mut window = Window::new(model, fake);
    // Settings and help are looked at without a company too, the start is.
    if state.fill != Fill::Empty || state.screen.needs_company() {
        window.run(Command::Open(path));
        for command in orienta::ui::services::Services::answers(window.services()) {
            window.run(command);
        }
    }
    window.model.settings.recent = recent(state.fill);
    window.run(Command::Go(state.screen));
    window
}

type Builder = fn(Vec2) -> egui_kittest::HarnessBuilder<Window<Fake>>;

/// A place to look at one state after the other; the fonts are set up once.
pub(crate) struct Stage {
    harness: Option<Shown>,
    builder: Builder,
}

impl Stage {
    pub(crate) fn new() -> Self {
        Self::with(|size| Harness::builder().with_size(size))
    }

    /// One whose harness is built in a way of its own.
    pub(crate) fn with(builder: Builder) -> Self {
        Self { harness: None, builder }
    }

    /// The window in a state, drawn until it rests.
    pub(crate) fn show(&mut self, state: State) -> &mut Shown {
        let builder = self.builder;
        let h = self.harness.get_or_insert_with(|| {
            builder(state.size).build_ui_state(|ui, window: &mut Window<Fake>| window.ui(ui), window(state))
        });
        h.set_size(state.size);
        *h.state_mut() = window(state);
        h.run();
        h
    }
}

/// A piece of text as it stands on the screen.
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) rect: Rect,
    pub(crate) clip: Rect,
    pub(crate) elided: bool,
}

/// Every line of text painted, in order.
pub(crate) fn painted(h: &Shown) -> Vec<Words> {
    fn walk(shape: &Shape, clip: Rect, out: &mut Vec<Words>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|s| walk(s, clip, out)),
            Shape::Text(text) => {
                for row in &text.galley.rows {
                    let words: String = row.glyphs.iter().map(|g| g.chr).collect();
                    if words.trim().is_empty() {
                        continue;
                    }
                    let rect = row.rect().translate(text.pos.to_vec2());
                    out.push(Words { text: words, rect, clip, elided: text.galley.elided });
                }
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    for clipped in &h.output().shapes {
        walk(&clipped.shape, clipped.clip_rect, &mut out);
    }
    out
}

/// What is cut, shortened or painted over other words; nothing where all is well.
pub(crate) fn faults(h: &Shown, size: Vec2) -> Vec<String> {
    let mut words = painted(h);
    // A field scrolls its words under the keyboard; its edge cuts them by nature.
    let fields: Vec<Rect> = h.query_all_by_role(Role::TextInput).map(|field| field.rect()).collect();
    words.retain(|w| !fields.iter().any(|field| field.expand(2.0).contains_rect(w.clip)));
    let mut out = Vec::new();
    for w in &words {
        let room = w.clip.intersect(Rect::from_min_size(egui::Pos2::ZERO, size)).expand(1.0);
        if w.elided {
            out.push(format!("shortened: «{}»", w.text));
        }
        // What lies below the edge of a scrolling page is reached by scrolling; what is cut at a side is lost.
        if w.rect.min.x < room.min.x || w.rect.max.x > room.max.x {
            out.push(format!("cut at a side: «{}» {:?} in {:?}", w.text, w.rect, room));
        }
    }
    for (n, a) in words.iter().enumerate() {
        // The upper and lower edges of a line are room for accents and tails, which may touch.
        let own = a.rect.shrink2(egui::vec2(0.5, a.rect.height() * 0.22));
        for b in &words[n + 1..] {
            let other = b.rect.shrink2(egui::vec2(0.5, b.rect.height() * 0.22));
            let both = own.intersect(other).intersect(a.clip).intersect(b.clip);
            if both.width() > 0.0 && both.height() > 0.0 {
                out.push(format!("over each other: «{}» and «{}» at {both:?}", a.text, b.text));
            }
        }
    }
    out
}
