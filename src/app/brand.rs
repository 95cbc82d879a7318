//! In whose name reports go out from this computer: the brand beside the settings.

use std::path::PathBuf;

use super::{Effect, Message, Model};
use crate::report::brand::Logo;
use crate::report::{Brand, Edition, Picture};
use crate::text::{t, ta};

/// A brand with its logo ready to be painted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct House {
    /// The brand.
    pub brand: Brand,
    /// Its logo.
    pub logo: Option<Picture>,
}

/// Something that happens to the brand.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Another name, other contacts, another colour, other words. The logo stays what it was.
    Change(Box<Brand>),
    /// Ask the user for a logo.
    PickLogo,
    /// The user has chosen a logo's file.
    LogoPicked(PathBuf),
    /// A logo has been read.
    Logo(Logo, Box<Picture>),
    /// No logo.
    NoLogo,
    /// Ask the user for a brand's file.
    PickFile,
    /// The user has chosen a brand's file.
    FilePicked(PathBuf),
    /// A brand has been read; it takes the place of the one at hand.
    Read(PathBuf, Box<House>),
    /// Ask where the brand is to be kept as a file of its own.
    Save,
    /// The user has chosen where.
    SavePicked(PathBuf),
    /// It is there.
    Saved(PathBuf),
}

impl Model {
    /// The edition in which reports go out.
    #[must_use]
    pub fn edition(&self) -> Edition {
        let House { brand, logo } = &self.house;
        let alt = brand.logo_alt();
        let logo = logo.as_ref().map(|logo| Picture { alt: alt.to_owned(), ..logo.clone() });
        Edition { brand: brand.clone(), logo, without_data: self.without_data, ..Edition::default() }
    }

    /// In whose name reports go out.
    #[must_use]
    pub fn house(&self) -> &House {
        &self.house
    }

    /// Another number whenever the brand is another.
    #[must_use]
    pub fn brand_revision(&self) -> u64 {
        self.brand_revision
    }

    /// Uses a brand, as when it has been kept from the last time.
    pub fn take_house(&mut self, house: House) {
        self.house = house;
        self.brand_revision += 1;
    }

    pub(super) fn brand_step(&mut self, step: Step) -> Vec<Effect> {
        match step {
            Step::Change(brand) => {
                let brand = Brand { logo: self.house.brand.logo.clone(), ..*brand };
                if brand == self.house.brand {
                    return Vec::new();
                }
                let logo = self.house.logo.take();
                self.keep_house(House { brand, logo })
            }
            Step::PickLogo => vec![Effect::PickLogo],
            Step::LogoPicked(path) => vec![Effect::ReadLogo(path)],
            Step::Logo(logo, picture) => {
                let brand = Brand { logo: Some(logo), ..self.house.brand.clone() };
                self.keep_house(House { brand, logo: Some(*picture) })
            }
            Step::NoLogo => {
                let brand = Brand { logo: None, ..self.house.brand.clone() };
                self.keep_house(House { brand, logo: None })
            }
            Step::PickFile => vec![Effect::PickBrand],
            Step::FilePicked(path) => vec![Effect::ReadBrand(path)],
            Step::Read(path, house) => {
                let path = path.display().to_string();
                self.message = Some(Message::Done(ta(self.language, "brand-opened", &[("path", path.into())]), None));
                self.keep_house(*house)
            }
            Step::Save => vec![Effect::PickBrandPlace(self.suggested_brand())],
            Step::SavePicked(path) => vec![Effect::WriteBrand { path, brand: Box::new(self.house.brand.clone()) }],
            Step::Saved(path) => {
                let words = ta(self.language, "text-saved", &[("path", path.display().to_string().into())]);
                self.message = Some(Message::Done(words, Some(path)));
                Vec::new()
            }
        }
    }

    fn keep_house(&mut self, house: House) -> Vec<Effect> {
        self.take_house(house);
        vec![Effect::KeepBrand(Box::new(self.house.brand.clone()))]
    }

    /// Where the brand goes as a file of its own.
    fn suggested_brand(&self) -> PathBuf {
        let name = self.house.brand.name.trim();
        let name = if name.is_empty() { t(self.language, "brand-file") } else { name.to_owned() };
        self.folder.join(format!("{}.{}", super::stem(&name, self.language), crate::report::brand::EXTENSION))
    }
}
