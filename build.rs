//! Tells cargo that icons, texts and questionnaires are part of the program: they are embedded as whole folders, which the compiler
//! does not watch.

fn main() {
    for folder in ["assets/linux/icons", "assets/texts", "questionnaires"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
