//! The brand in whose name reports go out: one file beside the settings, and others to share.

use std::path::{Path, PathBuf};

use super::files;
use crate::export::picture::picture;
use crate::report::brand::{EXTENSION, Logo};
use crate::report::{Brand, Picture};
use crate::text::{Language, t, ta};

/// The brand's file beside the settings.
#[must_use]
pub fn place(config: &Path) -> PathBuf {
    config.join(format!("brand.{EXTENSION}"))
}

/// The brand beside the settings with its logo; none where there is none.
///
/// # Errors
/// One sentence a problem.
pub fn kept(config: &Path, language: Language) -> Result<Option<(Brand, Option<Picture>)>, Vec<String>> {
    let path = place(config);
    if path.exists() { read(&path, language).map(Some) } else { Ok(None) }
}

/// Keeps a brand beside the settings; one that says nothing is taken away.
///
/// # Errors
/// One sentence.
pub fn keep(config: &Path, brand: &Brand, language: Language) -> Result<(), String> {
    let path = place(config);
    if *brand == Brand::default() && path.exists() {
        return std::fs::remove_file(&path).map_err(|error| {
            let what = error.kind().to_string();
            ta(language, "io-unwritable", &[("path", path.display().to_string().into()), ("what", what.into())])
        });
    }
    files::make_folder(config, language)?;
    files::write(&path, &brand.write(), language)
}

/// Reads a brand's file with its logo.
///
/// # Errors
/// One sentence a problem, with the file and the place in it.
pub fn read(path: &Path, language: Language) -> Result<(Brand, Option<Picture>), Vec<String>> {
    let bytes = files::read(path, language).map_err(|sentence| vec![sentence])?;
    let named = |what: String| format!("{}: {what}", path.display());
    let brand = Brand::read(&bytes, language)
        .map_err(|notices| notices.iter().map(|notice| named(notice.to_string())).collect::<Vec<_>>())?;
    let logo = match &brand.logo {
        None => None,
        Some(logo) => {
            let bytes = logo.bytes().ok_or_else(|| vec![named(t(language, "brand-logo-base64"))])?;
            let painted = picture(&bytes, logo.alt.trim().to_owned());
            Some(painted.map_err(|fault| vec![named(fault.sentence(language))])?)
        }
    };
    Ok((brand, logo))
}

/// Reads a logo's file, PNG or SVG.
///
/// # Errors
/// One sentence.
pub fn logo(path: &Path, language: Language) -> Result<(Logo, Picture), String> {
    let bytes = files::read(path, language)?;
    let painted = picture(&bytes, String::new());
    let painted = painted.map_err(|fault| format!("{}: {}", path.display(), fault.sentence(language)))?;
    Ok((Logo::of(&bytes), painted))
}
