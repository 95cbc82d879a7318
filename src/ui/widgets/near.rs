//! What lies far out of view need not be laid out in every frame.

use egui::{AsIdSalt, Context, Key, Ui, UiBuilder, Vec2};

/// Draws contents of a long page, unless they lie more than half a screen out of view: then only the room they took the
/// last time is left free. `salt` names them among their neighbours and changes with what they show, for instance an id
/// with the language; contents never drawn before are always drawn.
///
/// For screen readers, and while the keyboard is in use, everything is drawn: neither may miss what is out of sight.
pub fn near(ui: &mut Ui, salt: impl AsIdSalt, contents: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let id = ui.make_persistent_id(("near", salt));
    let known = ui.data(|data| data.get_temp::<Vec2>(id)).filter(|k| k.x == width && !heard_or_keyed(ui.ctx()));
    // The same child in both cases, so that what follows keeps its ids.
    ui.scope_builder(UiBuilder::new().id_salt(id), |ui| {
        let (top, view) = (ui.cursor().top(), ui.clip_rect());
        let margin = view.height() / 2.0;
        match known {
            Some(size) if top + size.y < view.top() - margin || top > view.bottom() + margin => {
                ui.allocate_space(size);
            }
            _ => {
                contents(ui);
                let size = Vec2::new(width, ui.min_rect().height());
                ui.data_mut(|data| data.insert_temp(id, size));
            }
        }
    });
}

/// Whether somebody listens to the tree of widgets or goes through it with the keyboard.
fn heard_or_keyed(ctx: &Context) -> bool {
    ctx.has_accesskit_node(egui::accesskit_root_id())
        || !crate::ui::keyboard_is_free(ctx)
        || ctx.input(|i| i.key_pressed(Key::Tab))
}
