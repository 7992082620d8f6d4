//! A parser for HTML that is stricter than a browser: only balanced elements, quoted attributes, and a few
//! element names.

use std::collections::BTreeMap;

/// The elements of the page, none of which loads or runs anything except through an attribute.
pub(crate) const ELEMENTS: &[&str] = &[
    "a", "bdi", "body", "cite", "code", "dd", "details", "div", "dl", "dt", "fieldset", "footer", "h1", "h2",
    "h3", "head", "header", "html", "input", "label", "legend", "li", "link", "main", "meta", "nav", "p",
    "section", "span", "strong", "style", "summary", "time", "title", "ul",
];

/// The attributes of these elements.
pub(crate) const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "aria-labelledby",
    "charset",
    "checked",
    "class",
    "content",
    "data-path",
    "datetime",
    "for",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "open",
    "rel",
    "type",
];

const VOID: &[&str] = &["input", "link", "meta"];

/// The elements that stand within a line.
const PHRASING: &[&str] = &["a", "bdi", "cite", "code", "input", "label", "span", "strong", "time"];

pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    children: Vec<Node>,
}

enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split(' ').any(|known| known == class))
    }

    fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The element and everything inside it, in the order of the page.
    pub(crate) fn all(&self) -> Box<dyn Iterator<Item = &Element> + '_> {
        Box::new(std::iter::once(self).chain(self.elements().flat_map(Element::all)))
    }

    /// The text of the shown elements inside it, with white space collapsed.
    pub(crate) fn text(&self, is_shown: &dyn Fn(&Element) -> bool) -> String {
        fn add(element: &Element, is_shown: &dyn Fn(&Element) -> bool, text: &mut String) {
            for child in &element.children {
                match child {
                    Node::Text(own) => text.push_str(own),
                    Node::Element(child) if is_shown(child) => add(child, is_shown, text),
                    Node::Element(_) => {}
                }
            }
        }
        let mut text = String::new();
        add(self, is_shown, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

pub(crate) struct Page {
    pub(crate) root: Element,
}

impl Page {
    /// Reads a page.
    ///
    /// # Panics
    /// Where it is not well-formed.
    pub(crate) fn read(html: &str) -> Self {
        let html = html.strip_prefix("<!DOCTYPE html>\n").expect("no document type");
        let mut open =
            vec![Element { name: String::new(), attributes: BTreeMap::new(), children: Vec::new() }];
        let mut rest = html;
        while !rest.is_empty() {
            let (text, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            let here = open.last_mut().unwrap();
            if !text.is_empty() {
                here.children.push(Node::Text(unescaped(text)));
            }
            let Some(tag) = tag.strip_prefix('<') else { break };
            let (tag, after) = tag.split_once('>').expect("a tag that does not end");
            rest = after;
            if let Some(name) = tag.strip_prefix('/') {
                let closed = open.pop().unwrap();
                assert_eq!(closed.name, name, "{} is closed as {name}", closed.name);
                check(&closed);
                open.last_mut().expect("nothing is open").children.push(Node::Element(closed));
                continue;
            }
            let element = element(tag);
            if VOID.contains(&element.name.as_str()) {
                here.children.push(Node::Element(element));
            } else if element.name == "style" {
                let (style, after) = rest.split_once("</style>").expect("a style that does not end");
                assert!(!style.contains('<'));
                rest = after;
                here.children.push(Node::Element(element));
            } else {
                open.push(element);
            }
        }
        assert_eq!(open.len(), 1, "{} is not closed", open.last().unwrap().name);
        Self { root: open.pop().unwrap() }
    }

    /// Every element, in the order of the page.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Element> {
        self.root.all().skip(1)
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Element> {
        self.all().find(|element| element.attribute("id") == Some(id))
    }

    /// The elements around the one with this id, from the outside in, and itself.
    pub(crate) fn way_to(&self, id: &str) -> Option<Vec<&Element>> {
        fn within<'a>(element: &'a Element, id: &str) -> Option<Vec<&'a Element>> {
            if element.attribute("id") == Some(id) {
                return Some(vec![element]);
            }
            let mut way = element.elements().find_map(|child| within(child, id))?;
            way.insert(0, element);
            Some(way)
        }
        within(&self.root, id)
    }
}

/// Parses a tag without its angle brackets.
fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    assert!(is_name(name), "{name:?} is no name of an element");
    let mut attributes = BTreeMap::new();
    while !rest.is_empty() {
        let (name, after) = match rest.split_once(['=', ' ']) {
            Some((name, after)) if rest.as_bytes()[name.len()] == b'=' => (name, Some(after)),
            Some((name, after)) => {
                rest = after;
                assert!(attributes.insert(name.to_owned(), String::new()).is_none());
                continue;
            }
            None => (rest, None),
        };
        assert!(is_name(name), "{name:?} is no name of an attribute");
        let value = match after {
            None => {
                rest = "";
                String::new()
            }
            Some(after) => {
                let value = after.strip_prefix('"').expect("a value without quotes");
                let (value, after) = value.split_once('"').expect("a value that does not end");
                rest = after.strip_prefix(' ').unwrap_or(after);
                assert!(rest.len() < after.len() || rest.is_empty(), "no space behind {name}");
                unescaped(value)
            }
        };
        assert!(attributes.insert(name.to_owned(), value).is_none(), "{name} stands twice");
    }
    Element { name: name.to_owned(), attributes, children: Vec::new() }
}

/// Checks that an element has only what it may have.
fn check(element: &Element) {
    let names: Vec<&str> = element.elements().map(|child| child.name.as_str()).collect();
    let only = |allowed: &[&str]| {
        let other = names.iter().find(|name| !allowed.contains(name));
        assert!(other.is_none(), "{other:?} in {}", element.name);
    };
    match element.name.as_str() {
        "ol" | "ul" => only(&["li"]),
        "dl" => {
            only(&["div"]);
            for group in element.elements() {
                let names: Vec<&str> = group.elements().map(|child| child.name.as_str()).collect();
                let (first, rest) = names.split_first().unwrap();
                assert!(
                    *first == "dt" && !rest.is_empty() && rest.iter().all(|name| *name == "dd"),
                    "{names:?}"
                );
            }
        }
        "a" | "bdi" | "cite" | "code" | "dt" | "h1" | "h2" | "h3" | "label" | "p" | "span" | "strong"
        | "time" => {
            only(PHRASING);
        }
        // What is folded has a name.
        "details" => assert_eq!(names.first(), Some(&"summary")),
        "html" => assert_eq!(names, ["head", "body"]),
        "body" => assert_eq!(names, ["header", "nav", "main", "footer"]),
        _ => {}
    }
    let is_list = ["ol", "ul", "dl"].contains(&element.name.as_str());
    let has_text =
        element.children.iter().any(|child| matches!(child, Node::Text(text) if !text.trim().is_empty()));
    assert!(!is_list || !has_text, "text between the items of {}", element.name);
    assert!(
        !["ol", "ul", "dl", "h1", "h2", "h3", "p"].contains(&element.name.as_str())
            || !element.children.is_empty()
    );
}

/// The text with its character references replaced.
fn unescaped(text: &str) -> String {
    let mut unescaped = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        let (mark, after) = after.split_once(';').expect("an ampersand that is not escaped");
        unescaped.push_str(before);
        unescaped.push(match mark {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            _ => panic!("&{mark}; is none of those that the page has"),
        });
        rest = after;
    }
    assert!(!rest.contains('>'), "an angle bracket that is not escaped");
    unescaped + rest
}
