//! The window's own file picker, for desktops where no file dialog answers. It keeps what is shown and decides what comes
//! next; what is in a folder it asks through [`Effect::List`] and hears through [`Command::Listed`](super::Command::Listed).

use std::path::{Path, PathBuf};

use super::brand::Step as BrandStep;
use super::{Effect, Model};
use crate::assessment::file::EXTENSION;
use crate::report::brand;
use crate::text::{Language, ta};

/// How a report's name ends.
const REPORT: &str = ".pdf";
/// Most entries shown of one folder; whoever has more writes the name.
const MOST: usize = 1000;

/// What is being picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// An assessment to open.
    Open,
    /// A region's file to use.
    Region,
    /// Where a report goes.
    SaveReport,
    /// A logo.
    Logo,
    /// A brand's file to use.
    Brand,
    /// Where a brand's file goes.
    SaveBrand,
}

impl Purpose {
    /// Whether a file is picked that is there already, rather than a place for a new one.
    #[must_use]
    pub fn opens(self) -> bool {
        match self {
            Self::Open | Self::Region | Self::Logo | Self::Brand => true,
            Self::SaveReport | Self::SaveBrand => false,
        }
    }
}

/// A folder one click away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The user's home folder.
    Home,
    /// The user's documents.
    Documents,
    /// Where assessments are saved.
    Orienta,
}

impl Place {
    /// Key of its name among the texts.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Home => "picker-home",
            Self::Documents => "picker-documents",
            Self::Orienta => "picker-orienta",
        }
    }
}

/// How a picker begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// What for.
    pub purpose: Purpose,
    /// First folder; where it is not there, the nearest one above.
    pub folder: PathBuf,
    /// File name suggested; empty for none.
    pub name: String,
    /// Folders one click away, with where they are on this computer.
    pub places: Vec<(Place, PathBuf)>,
}

/// One thing in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it is.
    pub path: PathBuf,
    /// True for a folder, or a link to one.
    pub folder: bool,
}

impl Entry {
    /// Its name as shown.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// What there is at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listing {
    /// A folder with this in it, in any order.
    Folder(Vec<Entry>),
    /// A file.
    File,
    /// Nothing.
    Nothing,
    /// Something that cannot be read; a sentence says why and what to do.
    Unreadable(String),
}

/// What the user does in the picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Goes to an entry of the list.
    Select(usize),
    /// Enters a folder of the list, or takes a file of it.
    Activate(usize),
    /// Goes to the folder above.
    Up,
    /// Goes to a folder.
    Visit(PathBuf),
    /// Writes a name or a path.
    Name(String),
    /// Takes what is written or selected.
    Confirm,
    /// Yes, the file that is there may be replaced.
    Replace,
    /// No, another name.
    Keep,
    /// Picks nothing.
    Cancel,
}

/// What the picker wants next.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Next {
    /// Nothing: the user is on.
    Wait,
    /// To know what is at a path.
    List(PathBuf),
    /// To go away.
    Close,
    /// To hand over what was picked, and go away.
    Chosen(PathBuf),
}

/// Why a path was asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    /// To show the folder.
    Visit(PathBuf),
    /// To take the file; as it was written, and with the ending that may have been put to it.
    Take { written: PathBuf, path: PathBuf },
}

impl Asked {
    fn path(&self) -> &Path {
        match self {
            Self::Visit(path) | Self::Take { path, .. } => path,
        }
    }
}

/// The picker while it is open.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What for.
    pub purpose: Purpose,
    /// Folder shown; none until the first one has been read.
    pub folder: Option<PathBuf>,
    /// Its folders, then its files of the kind looked for, each by name.
    pub entries: Vec<Entry>,
    /// How many more there are than can be shown.
    pub left_out: usize,
    /// Entry the user is on.
    pub selected: Option<usize>,
    /// Name or path written.
    pub name: String,
    /// What is wrong with it, and what to do.
    pub fault: Option<String>,
    /// File that is there already and would be replaced: the user is being asked.
    pub replaces: Option<PathBuf>,
    /// Folders one click away.
    pub places: Vec<(Place, PathBuf)>,
    /// Name suggested at first.
    suggested: String,
    asked: Option<Asked>,
}

impl Picker {
    fn new(start: Start) -> (Self, Next) {
        let mut picker = Self {
            purpose: start.purpose,
            folder: None,
            entries: Vec::new(),
            left_out: 0,
            selected: None,
            name: start.name.clone(),
            fault: None,
            replaces: None,
            places: start.places,
            suggested: start.name,
            asked: None,
        };
        let next = picker.ask(Asked::Visit(start.folder));
        (picker, next)
    }

    /// True while a folder is being read.
    #[must_use]
    pub fn reading(&self) -> bool {
        self.asked.is_some()
    }

    /// Endings of the files looked for, with their dots; a new file gets the first.
    #[must_use]
    pub fn endings(&self) -> Vec<String> {
        match self.purpose {
            Purpose::Open => vec![format!(".{EXTENSION}"), REPORT.to_owned()],
            Purpose::Region => vec![".json".to_owned()],
            Purpose::SaveReport => vec![REPORT.to_owned()],
            Purpose::Logo => vec![".png".to_owned(), ".svg".to_owned()],
            Purpose::Brand | Purpose::SaveBrand => vec![format!(".{}", brand::EXTENSION)],
        }
    }

    fn ask(&mut self, asked: Asked) -> Next {
        let path = asked.path().to_path_buf();
        self.asked = Some(asked);
        Next::List(path)
    }

    fn step(&mut self, step: Step) -> Next {
        match step {
            Step::Select(at) => self.select(at),
            Step::Activate(at) => {
                self.select(at);
                match self.entries.get(at) {
                    Some(entry) if entry.folder => return self.ask(Asked::Visit(entry.path.clone())),
                    Some(_) => return self.confirm(),
                    None => {}
                }
            }
            Step::Up => {
                if let Some(above) = self.folder.as_deref().and_then(Path::parent) {
                    return self.ask(Asked::Visit(above.to_path_buf()));
                }
            }
            Step::Visit(folder) => return self.ask(Asked::Visit(folder)),
            Step::Name(name) => {
                self.name = name;
                self.fault = None;
            }
            Step::Confirm => return self.confirm(),
            Step::Replace => {
                if let Some(path) = self.replaces.take() {
                    return Next::Chosen(path);
                }
            }
            Step::Keep => self.replaces = None,
            Step::Cancel => return Next::Close,
        }
        Next::Wait
    }

    fn select(&mut self, at: usize) {
        let Some(entry) = self.entries.get(at) else { return };
        self.selected = Some(at);
        self.fault = None;
        if !entry.folder {
            self.name = entry.name();
        } else if self.purpose.opens() {
            // The button now means this folder, not the file selected before.
            self.name.clear();
        }
    }

    fn confirm(&mut self) -> Next {
        let written = self.name.trim();
        if written.is_empty() {
            let selected = self.selected.and_then(|at| self.entries.get(at)).map(|e| e.path.clone());
            return selected.map_or(Next::Wait, |path| self.ask(Asked::Visit(path)));
        }
        // A name that is no text on this system is shown with marks in it, which its path does not have.
        let listed = self.entries.iter().find(|e| e.name() == written).map(|e| e.path.clone());
        let path = listed.unwrap_or_else(|| self.at(written));
        self.ask(Asked::Take { written: path.clone(), path })
    }

    /// Where something written is: `~` is the home folder, and a bare name is in the folder shown.
    fn at(&self, written: &str) -> PathBuf {
        let home = self.places.iter().find(|(place, _)| *place == Place::Home);
        if let (Ok(rest), Some((_, home))) = (Path::new(written).strip_prefix("~"), home) {
            return home.join(rest);
        }
        self.folder.as_deref().unwrap_or(Path::new("")).join(written)
    }

    /// The path with the ending its kind of file has, where it lacks it.
    fn completed(&self, path: &Path) -> Option<PathBuf> {
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        // Another ending of the same family is the user's own choice.
        let endings = self.endings();
        let is_of_family = |ending: &String| ending.rfind('.').is_some_and(|dot| name.ends_with(&ending[dot..]));
        if endings.iter().any(is_of_family) {
            return None;
        }
        let mut whole = path.as_os_str().to_owned();
        whole.push(endings.first()?);
        Some(whole.into())
    }

    /// Takes in what is at a path; an answer to a question that has been replaced by another is passed over.
    fn listed(&mut self, path: &Path, listing: Listing, language: Language) -> Next {
        if self.asked.as_ref().is_none_or(|asked| asked.path() != path) {
            return Next::Wait;
        }
        let not_there = |path: &Path| ta(language, "io-not-found", &[("path", path.display().to_string().into())]);
        match (self.asked.take(), listing) {
            (None, _) => {}
            (Some(asked), Listing::Folder(entries)) => {
                if matches!(asked, Asked::Take { .. }) || self.purpose.opens() {
                    self.name.clone_from(&self.suggested);
                }
                self.enter(asked.path().to_path_buf(), entries);
            }
            (_, Listing::Unreadable(sentence)) => self.fault = Some(sentence),
            (Some(Asked::Visit(folder)), Listing::File | Listing::Nothing) => {
                // The first folder may still have to be made: then the nearest one above it is shown.
                match folder.parent().filter(|_| self.folder.is_none()) {
                    Some(above) => return self.ask(Asked::Visit(above.to_path_buf())),
                    None => self.fault = Some(not_there(&folder)),
                }
            }
            (Some(Asked::Take { written, path }), found) => {
                let there = found == Listing::File;
                match (self.purpose.opens(), there, self.completed(&path)) {
                    (true, true, _) => return Next::Chosen(path),
                    (_, _, Some(whole)) => return self.ask(Asked::Take { written, path: whole }),
                    (true, false, None) => self.fault = Some(not_there(&written)),
                    (false, true, None) => self.replaces = Some(path),
                    (false, false, None) => return Next::Chosen(path),
                }
            }
        }
        Next::Wait
    }

    /// Shows a folder: no hidden things, folders first, and of the files those of the kind looked for.
    fn enter(&mut self, folder: PathBuf, mut entries: Vec<Entry>) {
        let endings = self.endings();
        entries.retain(|e| {
            let name = e.name().to_lowercase();
            !name.starts_with('.') && (e.folder || endings.iter().any(|ending| name.ends_with(ending.as_str())))
        });
        entries.sort_by_cached_key(|e| (!e.folder, e.name().to_lowercase(), e.path.clone()));
        self.left_out = entries.len().saturating_sub(MOST);
        entries.truncate(MOST);
        // Going up, one stands on the folder one came from.
        let before = self.folder.replace(folder);
        self.selected = entries.iter().position(|e| Some(&e.path) == before.as_ref());
        self.entries = entries;
        self.fault = None;
    }
}

impl Model {
    /// Opens the picker.
    pub(super) fn browse(&mut self, start: Start) -> Vec<Effect> {
        let (picker, next) = Picker::new(start);
        self.picker = Some(picker);
        self.after_picker(next)
    }

    /// The user did something in the picker.
    pub(super) fn picker_step(&mut self, step: Step) -> Vec<Effect> {
        let Some(picker) = &mut self.picker else { return Vec::new() };
        let next = picker.step(step);
        self.after_picker(next)
    }

    /// What is at a path the picker asked about.
    pub(super) fn picker_listed(&mut self, path: &Path, listing: Listing) -> Vec<Effect> {
        let Some(picker) = &mut self.picker else { return Vec::new() };
        let next = picker.listed(path, listing, self.language);
        self.after_picker(next)
    }

    fn after_picker(&mut self, next: Next) -> Vec<Effect> {
        match next {
            Next::Wait => Vec::new(),
            Next::List(path) => vec![Effect::List(path)],
            Next::Close => {
                self.picker = None;
                Vec::new()
            }
            Next::Chosen(path) => match self.picker.take().map(|p| p.purpose) {
                Some(Purpose::Open) => self.open(path),
                Some(Purpose::Region) => vec![Effect::ReplaceRegion(path)],
                Some(Purpose::SaveReport) => self.save_report(path, false),
                Some(Purpose::Logo) => self.brand_step(BrandStep::LogoPicked(path)),
                Some(Purpose::Brand) => self.brand_step(BrandStep::FilePicked(path)),
                Some(Purpose::SaveBrand) => self.brand_step(BrandStep::SavePicked(path)),
                None => Vec::new(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: &str = "/home/ada";

    /// A made-up disk: folders end in `/`.
    const DISK: [&str; 11] = [
        "/home/",
        "/home/ada/",
        "/home/ada/Documents/",
        "/home/ada/Documents/zeta.orienta.json",
        "/home/ada/Documents/Alfa.ORIENTA.JSON",
        "/home/ada/Documents/conti.json",
        "/home/ada/Documents/relazione.pdf",
        "/home/ada/Documents/appunti",
        "/home/ada/Documents/.nascosta/",
        "/home/ada/Documents/beta/",
        "/home/ada/Documents/chiusa/",
    ];

    fn look(path: &Path) -> Listing {
        let path = path.display().to_string();
        if path.ends_with("chiusa") {
            return Listing::Unreadable("chiusa: no".into());
        }
        if DISK.contains(&path.as_str()) {
            return Listing::File;
        }
        let folder = format!("{}/", path.trim_end_matches('/'));
        if folder != "/" && !DISK.contains(&folder.as_str()) {
            return Listing::Nothing;
        }
        let inside = DISK.iter().filter_map(|e| Some((e, e.strip_prefix(&folder)?.trim_end_matches('/'))));
        let direct = inside.filter(|(_, name)| !name.is_empty() && !name.contains('/'));
        Listing::Folder(
            direct.map(|(e, name)| Entry { path: Path::new(&folder).join(name), folder: e.ends_with('/') }).collect(),
        )
    }

    /// Answers what is asked until something else is wanted.
    fn settle(picker: &mut Picker, mut next: Next) -> Next {
        while let Next::List(path) = next {
            next = picker.listed(&path, look(&path), Language::IT);
        }
        next
    }

    fn open(purpose: Purpose, folder: &str, name: &str) -> Picker {
        let places = vec![(Place::Home, HOME.into()), (Place::Documents, format!("{HOME}/Documents").into())];
        let (mut picker, next) = Picker::new(Start { purpose, folder: folder.into(), name: name.into(), places });
        assert_eq!(settle(&mut picker, next), Next::Wait);
        picker
    }

    fn go(picker: &mut Picker, step: Step) -> Next {
        let next = picker.step(step);
        settle(picker, next)
    }

    fn take(picker: &mut Picker, name: &str) -> Next {
        picker.step(Step::Name(name.into()));
        go(picker, Step::Confirm)
    }

    fn names(picker: &Picker) -> Vec<String> {
        picker.entries.iter().map(Entry::name).collect()
    }

    #[test]
    fn a_folder_shows_its_folders_and_the_files_looked_for() {
        let picker = open(Purpose::Open, "/home/ada/Documents", "");
        assert_eq!(names(&picker), ["beta", "chiusa", "Alfa.ORIENTA.JSON", "relazione.pdf", "zeta.orienta.json"]);
        let picker = open(Purpose::SaveReport, "/home/ada/Documents", "r.pdf");
        assert_eq!(names(&picker), ["beta", "chiusa", "relazione.pdf"]);
        let mut picker = open(Purpose::Region, "/home/ada/Documents", "");
        assert_eq!(names(&picker), ["beta", "chiusa", "Alfa.ORIENTA.JSON", "conti.json", "zeta.orienta.json"]);
        assert_eq!(take(&mut picker, "conti"), Next::Chosen("/home/ada/Documents/conti.json".into()));
        assert_eq!(take(&mut picker, "manca"), Next::Wait);
        assert!(picker.fault.is_some());
    }

    #[test]
    fn one_goes_into_folders_and_up_again_and_stands_where_one_came_from() {
        let mut picker = open(Purpose::Open, "/home/ada/Documents", "");
        assert_eq!(go(&mut picker, Step::Activate(0)), Next::Wait);
        assert_eq!(picker.folder.as_deref(), Some(Path::new("/home/ada/Documents/beta")));
        assert!(picker.entries.is_empty());
        go(&mut picker, Step::Up);
        assert_eq!(picker.selected, Some(0));
        go(&mut picker, Step::Up);
        assert_eq!((names(&picker), picker.selected), (vec!["Documents".to_owned()], Some(0)));
        for _ in 0..5 {
            go(&mut picker, Step::Up);
        }
        assert_eq!(picker.folder.as_deref(), Some(Path::new("/")), "there is nothing above the root");
        go(&mut picker, Step::Visit(HOME.into()));
        assert_eq!(picker.folder.as_deref(), Some(Path::new(HOME)));
    }

    #[test]
    fn the_first_folder_may_still_have_to_be_made() {
        let picker = open(Purpose::Open, "/home/ada/Documents/Orienta/2026", "");
        assert_eq!(picker.folder.as_deref(), Some(Path::new("/home/ada/Documents")));
        assert_eq!(picker.fault, None);
    }

    #[test]
    fn a_folder_that_cannot_be_read_is_said_and_the_one_before_stays() {
        let mut picker = open(Purpose::Open, "/home/ada/Documents", "");
        go(&mut picker, Step::Activate(1));
        assert_eq!(picker.fault.as_deref(), Some("chiusa: no"));
        assert_eq!(picker.folder.as_deref(), Some(Path::new("/home/ada/Documents")));
        assert_eq!(picker.entries.len(), 5);
        go(&mut picker, Step::Select(2));
        assert_eq!(picker.fault, None);
    }

    #[test]
    fn a_file_is_taken_from_the_list_by_name_by_company_or_by_path() {
        let file = Next::Chosen("/home/ada/Documents/zeta.orienta.json".into());
        for name in ["zeta.orienta.json", " zeta ", "/home/ada/Documents/zeta", "~/Documents/zeta.orienta.json"] {
            let mut picker = open(Purpose::Open, "/home/ada/Documents", "");
            assert_eq!(take(&mut picker, name), file, "{name}");
        }
        let mut picker = open(Purpose::Open, "/home/ada/Documents", "");
        assert_eq!(go(&mut picker, Step::Activate(4)), file);
        assert_eq!(take(&mut picker, "conti.json"), Next::Chosen("/home/ada/Documents/conti.json".into()));
        assert_eq!(take(&mut picker, "manca"), Next::Wait);
        assert!(picker.fault.as_deref().unwrap().starts_with("/home/ada/Documents/manca: "), "as it was written");
        // A report carries an assessment.
        assert_eq!(take(&mut picker, "relazione.pdf"), Next::Chosen("/home/ada/Documents/relazione.pdf".into()));
    }

    #[test]
    fn a_folder_written_or_selected_is_entered() {
        let mut picker = open(Purpose::Open, "/home/ada", "");
        assert_eq!(take(&mut picker, "Documents"), Next::Wait);
        assert_eq!(picker.folder.as_deref(), Some(Path::new("/home/ada/Documents")));
        assert_eq!(picker.name, "");
        go(&mut picker, Step::Select(2));
        assert_eq!(picker.name, "Alfa.ORIENTA.JSON");
        go(&mut picker, Step::Select(0));
        assert_eq!(go(&mut picker, Step::Confirm), Next::Wait);
        assert_eq!(picker.folder.as_deref(), Some(Path::new("/home/ada/Documents/beta")));
        // A report keeps its name on the way.
        let mut picker = open(Purpose::SaveReport, "/home/ada", "mio.pdf");
        go(&mut picker, Step::Activate(0));
        assert_eq!(go(&mut picker, Step::Confirm), Next::Chosen("/home/ada/Documents/mio.pdf".into()));
    }

    #[test]
    fn replacing_a_file_is_asked_for_also_where_the_ending_was_left_out() {
        for name in ["relazione.pdf", "relazione"] {
            let mut picker = open(Purpose::SaveReport, "/home/ada/Documents", "r.pdf");
            assert_eq!(take(&mut picker, name), Next::Wait, "{name}");
            assert_eq!(picker.replaces.as_deref(), Some(Path::new("/home/ada/Documents/relazione.pdf")));
            go(&mut picker, Step::Keep);
            assert_eq!(picker.replaces, None);
            assert_eq!(picker.name, name);
            go(&mut picker, Step::Confirm);
            assert_eq!(go(&mut picker, Step::Replace), Next::Chosen("/home/ada/Documents/relazione.pdf".into()));
        }
        // A file without the ending is another file, and stays.
        let mut picker = open(Purpose::SaveReport, "/home/ada/Documents", "r.pdf");
        assert_eq!(take(&mut picker, "appunti"), Next::Chosen("/home/ada/Documents/appunti.pdf".into()));
    }

    #[test]
    fn nothing_is_taken_where_nothing_is_written_or_selected() {
        let mut picker = open(Purpose::SaveReport, "/home/ada/Documents", "");
        assert_eq!(take(&mut picker, "  "), Next::Wait);
        assert!(!picker.reading());
        assert_eq!(go(&mut picker, Step::Activate(99)), Next::Wait);
        assert_eq!(go(&mut picker, Step::Replace), Next::Wait, "nobody was asked");
    }

    #[test]
    fn a_late_answer_about_a_folder_left_is_passed_over() {
        let mut picker = open(Purpose::Open, "/home/ada/Documents", "");
        assert!(matches!(picker.step(Step::Activate(0)), Next::List(_)));
        assert!(matches!(picker.step(Step::Up), Next::List(_)));
        let beta = Path::new("/home/ada/Documents/beta");
        assert_eq!(picker.listed(beta, Listing::Folder(Vec::new()), Language::IT), Next::Wait);
        assert_eq!(picker.folder.as_deref(), Some(Path::new("/home/ada/Documents")));
        assert!(picker.reading(), "the folder above is still waited for");
    }

    #[test]
    fn long_names_and_crowded_folders_are_kept_in_hand() {
        let long = format!("/d/{}.orienta.json", "ragione sociale ".repeat(12));
        let many = (0..MOST + 5).map(|n| Entry { path: format!("/d/{n:05}.orienta.json").into(), folder: false });
        let mut picker = open(Purpose::Open, "/home/ada", "");
        picker.enter("/d".into(), vec![Entry { path: long.clone().into(), folder: false }]);
        picker.select(0);
        assert_eq!(format!("/d/{}", picker.name), long);
        picker.enter("/d".into(), many.collect());
        assert_eq!((picker.entries.len(), picker.left_out), (MOST, 5));
    }
}
