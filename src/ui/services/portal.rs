//! The desktop portal, which speaks for the desktop on its session bus: whether it shows file dialogs, and which look the
//! user has chosen there.

use std::collections::HashMap;
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use zbus::zvariant::OwnedValue;

use crate::app::Look;

/// How long the portal may take, which the bus may have to start first.
const PATIENCE: Duration = Duration::from_secs(3);
const NAME: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
/// What the desktop tells programs about its look.
const APPEARANCE: &str = "org.freedesktop.appearance";

/// Whether it is there and can show file dialogs: without a part for these it has no such interface.
pub(super) fn shows_file_dialogs() -> bool {
    asked(file_dialog_version).is_some()
}

/// The look chosen for the desktop; none where it is the ordinary one, or nobody says.
pub(super) fn look() -> Option<Look> {
    asked(appearance).as_ref().and_then(look_of)
}

/// Has the desktop's program for files show one among its neighbours; false where there is none that can.
pub(super) fn shows_in_folder(path: &Path) -> bool {
    let Some(address) = std::path::absolute(path).ok().map(|path| address(&path)) else { return false };
    asked(move || async move {
        let wanted = (vec![address], "");
        let (name, place) = ("org.freedesktop.FileManager1", "/org/freedesktop/FileManager1");
        bus().await?.call_method(Some(name), place, Some(name), "ShowItems", &wanted).await.map(drop)
    })
    .is_some()
}

/// A path as an address, `file:///a%20b`: what is neither letter, digit nor harmless sign as a percentage (RFC 3986, 2.1).
fn address(path: &Path) -> String {
    let mut address = "file://".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(byte) {
            address.push(char::from(*byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

/// Waits for an answer, in a thread of its own: a bus that accepts us and then says nothing has no timeout.
fn asked<T, F>(question: impl FnOnce() -> F + Send + 'static) -> Option<T>
where
    T: Send + 'static,
    F: Future<Output = zbus::Result<T>> + 'static,
{
    let (tell, told) = channel();
    std::thread::spawn(move || tell.send(pollster::block_on(question())));
    told.recv_timeout(PATIENCE).ok()?.ok()
}

async fn bus() -> zbus::Result<zbus::Connection> {
    zbus::connection::Builder::session()?.method_timeout(PATIENCE).build().await
}

async fn file_dialog_version() -> zbus::Result<u32> {
    let properties = Some("org.freedesktop.DBus.Properties");
    let wanted = ("org.freedesktop.portal.FileChooser", "version");
    let reply = bus().await?.call_method(Some(NAME), PATH, properties, "Get", &wanted).await?;
    let value: OwnedValue = reply.body().deserialize()?;
    Ok(u32::try_from(value)?)
}

type Appearance = HashMap<String, u32>;

async fn appearance() -> zbus::Result<Appearance> {
    let settings = Some("org.freedesktop.portal.Settings");
    let reply = bus().await?.call_method(Some(NAME), PATH, settings, "ReadAll", &([APPEARANCE],)).await?;
    let mut all: HashMap<String, HashMap<String, OwnedValue>> = reply.body().deserialize()?;
    // Other values, as the accent colour, are no numbers and none of ours.
    let ours = all.remove(APPEARANCE).unwrap_or_default();
    Ok(ours.into_iter().filter_map(|(key, value)| Some((key, u32::try_from(value).ok()?))).collect())
}

/// `contrast` 1 is high, `color-scheme` 1 dark and 2 light, as the portal's documentation has it.
fn look_of(appearance: &Appearance) -> Option<Look> {
    let is = |key: &str, value: u32| appearance.get(key) == Some(&value);
    if is("contrast", 1) {
        Some(Look::HighContrast)
    } else if is("color-scheme", 1) {
        Some(Look::Dark)
    } else if is("color-scheme", 2) {
        Some(Look::Light)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_no_blanks_and_no_accents() {
        assert_eq!(address(Path::new("/a b/perché #1.pdf")), "file:///a%20b/perch%C3%A9%20%231.pdf");
    }

    #[test]
    fn high_contrast_goes_before_dark() {
        let appearance = |pairs: &[(&str, u32)]| pairs.iter().map(|(k, v)| ((*k).to_owned(), *v)).collect();
        assert_eq!(look_of(&appearance(&[("color-scheme", 1), ("contrast", 1)])), Some(Look::HighContrast));
        assert_eq!(look_of(&appearance(&[("color-scheme", 1), ("contrast", 0)])), Some(Look::Dark));
        assert_eq!(look_of(&appearance(&[("color-scheme", 2)])), Some(Look::Light));
        assert_eq!(look_of(&appearance(&[("color-scheme", 0)])), None);
        assert_eq!(look_of(&appearance(&[])), None);
    }
}
