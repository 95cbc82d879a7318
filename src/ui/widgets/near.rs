//! What lies far out of view need not be laid out in every frame.

use std::hash::Hash;

use egui::{Context, Key, Ui, UiBuilder, vec2};

/// Draws contents of a long page, unless they lie more than half a screen out of view: then only the room they took the
/// last time is left free. `salt` names them among their neighbours and changes with what they show, for instance an id
/// with the language; contents never drawn before are always drawn.
///
/// For screen readers, and while the keyboard is in use, everything is drawn: neither may miss what is out of sight.
pub fn near(ui: &mut Ui, salt: impl Hash, contents: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let id = ui.id().with(("near", salt, width.to_bits()));
    let known = ui.data(|data| data.get_temp::<f32>(id)).filter(|_| !heard_or_keyed(ui.ctx()));
    // The same child in both cases, so that what follows keeps its ids.
    ui.scope_builder(UiBuilder::new().id_salt(id), |ui| {
        let (top, view) = (ui.cursor().top(), ui.clip_rect());
        let margin = view.height() / 2.0;
        match known {
            Some(height) if top + height < view.top() - margin || top > view.bottom() + margin => {
                ui.allocate_space(vec2(width, height));
            }
            _ => {
                contents(ui);
                let height = ui.min_rect().height();
                ui.data_mut(|data| data.insert_temp(id, height));
            }
        }
    });
}

/// Whether somebody listens to the tree of widgets or goes through it with the keyboard.
fn heard_or_keyed(ctx: &Context) -> bool {
    ctx.has_accesskit_node(egui::accesskit_root_id())
        || ctx.memory(|m| m.focused().is_some())
        || ctx.input(|i| i.key_pressed(Key::Tab))
}
