//! The document's structure in reading order (ISO 32000-1, 14.7 and 14.8): what is a heading, a list, a table's head, a
//! picture and what it shows.
//!
//! Whoever cuts the report into pieces makes the elements; the canvas says which of them a stretch of a page belongs to. An
//! element joins its parent when the first of its content is painted, so that what shows nothing leaves nothing behind and
//! the order is that of the pages.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

/// A structure element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tag(usize);

/// What an element is, by the standard structure types (14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Document,
    Section,
    Group,
    /// A heading from level 1 down.
    Heading(u8),
    Paragraph,
    List,
    Item,
    Label,
    ItemBody,
    Table,
    TableHead,
    TableBody,
    Row,
    /// A cell that heads its column.
    HeadCell,
    /// A cell that heads its row.
    RowHead,
    Cell,
    Figure,
    Caption,
    /// Words within a paragraph.
    Words,
    /// Words that lead somewhere.
    Link,
    /// The contents, or what a chapter has below it in them.
    Contents,
    ContentsItem,
    /// Words that say where something is.
    Reference,
}

impl Role {
    /// The name in the file.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::Group => "Div",
            Self::Heading(0 | 1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(3) => "H3",
            Self::Heading(4) => "H4",
            Self::Heading(5) => "H5",
            Self::Heading(_) => "H6",
            Self::Paragraph => "P",
            Self::List => "L",
            Self::Item => "LI",
            Self::Label => "Lbl",
            Self::ItemBody => "LBody",
            Self::Table => "Table",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::Row => "TR",
            Self::HeadCell | Self::RowHead => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
            Self::Caption => "Caption",
            Self::Words => "Span",
            Self::Link => "Link",
            Self::Contents => "TOC",
            Self::ContentsItem => "TOCI",
            Self::Reference => "Reference",
        }
    }
}

/// What an element holds.
#[derive(Clone, Copy, Debug)]
enum Kid {
    Element(Tag),
    /// A stretch of a page, by its number there.
    Content {
        page: usize,
        number: usize,
    },
    /// A link on a page, by its number in the document.
    Link {
        page: usize,
        number: usize,
    },
}

struct Element {
    role: Role,
    parent: Option<Tag>,
    joined: bool,
    kids: Vec<Kid>,
    language: Option<&'static str>,
    alt: Option<String>,
    /// What stands for the content where that is a word in two parts (14.9.4).
    actual: Option<String>,
    /// Left, lower, right and upper edge on its page.
    area: Option<[f32; 4]>,
}

/// All elements, and what each page's stretches and the links belong to.
pub(super) struct Tags {
    elements: Vec<Element>,
    pages: Vec<Vec<Tag>>,
    /// The elements of the links, in the order of these.
    linked: Vec<Tag>,
}

impl Tags {
    /// A document without content.
    pub(super) fn new() -> Self {
        let mut tags = Self { elements: Vec::new(), pages: Vec::new(), linked: Vec::new() };
        tags.element(None, Role::Document);
        tags
    }

    /// The whole document.
    pub(super) fn root(&self) -> Tag {
        Tag(0)
    }

    fn element(&mut self, parent: Option<Tag>, role: Role) -> Tag {
        let (kids, joined) = (Vec::new(), parent.is_none());
        self.elements.push(Element { role, parent, joined, kids, language: None, alt: None, actual: None, area: None });
        Tag(self.elements.len() - 1)
    }

    /// A new element, which joins its parent with its first content.
    pub(super) fn add(&mut self, parent: Tag, role: Role) -> Tag {
        self.element(Some(parent), role)
    }

    /// A new element that has its place even where it stays empty: a table's cell.
    pub(super) fn add_fixed(&mut self, parent: Tag, role: Role) -> Tag {
        let tag = self.element(Some(parent), role);
        self.join(tag);
        tag
    }

    /// Says in which language an element is.
    pub(super) fn speak(&mut self, tag: Tag, language: &'static str) {
        self.elements[tag.0].language = Some(language);
    }

    /// Says what a picture shows.
    pub(super) fn describe(&mut self, tag: Tag, alt: String) {
        self.elements[tag.0].alt = Some(alt);
    }

    /// Says what text stands for the content.
    pub(super) fn replace(&mut self, tag: Tag, text: String) {
        self.elements[tag.0].actual = Some(text);
    }

    /// Says where a picture stands: left, lower, right and upper edge.
    pub(super) fn place(&mut self, tag: Tag, area: [f32; 4]) {
        self.elements[tag.0].area = Some(area);
    }

    pub(super) fn role(&self, tag: Tag) -> Role {
        self.elements[tag.0].role
    }

    /// The number of a new stretch of a page that belongs to an element.
    pub(super) fn content(&mut self, tag: Tag, page: usize) -> usize {
        if self.pages.len() <= page {
            self.pages.resize_with(page + 1, Vec::new);
        }
        let number = self.pages[page].len();
        self.pages[page].push(tag);
        self.elements[tag.0].kids.push(Kid::Content { page, number });
        self.join_all(tag);
        number
    }

    /// Says that an element's words on a page are the document's next link.
    pub(super) fn link(&mut self, tag: Tag, page: usize) {
        let number = self.linked.len();
        self.elements[tag.0].kids.push(Kid::Link { page, number });
        self.linked.push(tag);
    }

    fn join_all(&mut self, tag: Tag) {
        let mut next = Some(tag);
        while let Some(tag) = next {
            self.join(tag);
            next = self.elements[tag.0].parent;
        }
    }

    fn join(&mut self, tag: Tag) {
        let element = &mut self.elements[tag.0];
        if !std::mem::replace(&mut element.joined, true)
            && let Some(parent) = element.parent
        {
            self.elements[parent.0].kids.push(Kid::Element(tag));
        }
    }

    /// Writes the structure tree into the document, with the objects of its links, and gives its root, to which the catalog
    /// must lead.
    pub(super) fn write(&self, document: &mut Document, links: &[ObjectId]) -> ObjectId {
        let pages: Vec<ObjectId> = document.page_iter().collect();
        let root = document.new_object_id();
        let reached = self.reached();
        let ids: Vec<ObjectId> = self.elements.iter().map(|_| document.new_object_id()).collect();
        for (index, element) in self.elements.iter().enumerate().filter(|(index, _)| reached[*index]) {
            let parent = element.parent.map_or(root, |parent| ids[parent.0]);
            let dictionary = element.dictionary(parent, &ids, &pages, links);
            document.objects.insert(ids[index], Object::Dictionary(dictionary));
        }
        let mut numbers: Vec<Object> = Vec::new();
        for (page, stretches) in self.pages.iter().enumerate() {
            let owners: Vec<Object> = stretches.iter().map(|tag| ids[tag.0].into()).collect();
            numbers.extend([(page as i64).into(), document.add_object(owners).into()]);
            if let Some(dictionary) = pages.get(page).and_then(|id| document.get_dictionary_mut(*id).ok()) {
                dictionary.set("StructParents", page as i64);
                dictionary.set("Tabs", Object::Name(b"S".to_vec()));
            }
        }
        for (number, tag) in self.linked.iter().enumerate() {
            numbers.extend([((pages.len() + number) as i64).into(), ids[tag.0].into()]);
        }
        let parents = document.add_object(dictionary! { "Nums" => numbers });
        let tree = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![ids[0].into()],
            "ParentTree" => parents,
            "ParentTreeNextKey" => (pages.len() + self.linked.len()) as i64,
        };
        document.objects.insert(root, Object::Dictionary(tree));
        root
    }

    /// Which elements are in the tree: a fixed one is not where its parent never joined.
    fn reached(&self) -> Vec<bool> {
        let mut reached = vec![false; self.elements.len()];
        let mut open = vec![self.root()];
        while let Some(tag) = open.pop() {
            reached[tag.0] = true;
            open.extend(self.elements[tag.0].kids.iter().filter_map(|kid| match kid {
                Kid::Element(tag) => Some(*tag),
                _ => None,
            }));
        }
        reached
    }
}

impl Element {
    fn dictionary(&self, parent: ObjectId, ids: &[ObjectId], pages: &[ObjectId], links: &[ObjectId]) -> Dictionary {
        let mut dictionary = dictionary! {
            "Type" => "StructElem",
            "S" => self.role.name(),
            "P" => parent,
        };
        // 14.7.2: the page of an element's content stands at the element, that of other pages at the content.
        let home = self.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Element(_) | Kid::Link { .. } => None,
        });
        if let Some(page) = home.and_then(|page| pages.get(page)) {
            dictionary.set("Pg", *page);
        }
        let kid = |kid: &Kid| -> Option<Object> {
            Some(match kid {
                Kid::Element(tag) => ids[tag.0].into(),
                Kid::Content { page, number } if Some(*page) == home => (*number as i64).into(),
                Kid::Content { page, number } => {
                    let page = *pages.get(*page)?;
                    dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => *number as i64 }.into()
                }
                Kid::Link { page, number } => {
                    let (page, link) = (*pages.get(*page)?, *links.get(*number)?);
                    dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => link }.into()
                }
            })
        };
        let mut kids: Vec<Object> = self.kids.iter().filter_map(kid).collect();
        match kids.len() {
            0 => {}
            1 => dictionary.set("K", kids.remove(0)),
            _ => dictionary.set("K", kids),
        }
        if let Some(language) = self.language {
            dictionary.set("Lang", text_string(language));
        }
        if let Some(alt) = &self.alt {
            dictionary.set("Alt", text_string(alt));
        }
        if let Some(text) = &self.actual {
            dictionary.set("ActualText", text_string(text));
        }
        if let Some(attributes) = self.attributes() {
            dictionary.set("A", attributes);
        }
        dictionary
    }

    /// 14.8.5: what the kind of an element asks to be said about it.
    fn attributes(&self) -> Option<Dictionary> {
        match self.role {
            Role::List => Some(dictionary! { "O" => "List", "ListNumbering" => "Disc" }),
            Role::HeadCell => Some(dictionary! { "O" => "Table", "Scope" => "Column" }),
            Role::RowHead => Some(dictionary! { "O" => "Table", "Scope" => "Row" }),
            Role::Figure => {
                let mut layout = dictionary! { "O" => "Layout", "Placement" => "Block" };
                if let Some(area) = self.area {
                    let edges: Vec<Object> =
                        area.iter().map(|edge| Object::Real((edge * 100.0).round() / 100.0)).collect();
                    layout.set("BBox", edges);
                }
                Some(layout)
            }
            _ => None,
        }
    }
}
