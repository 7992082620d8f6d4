//! E-mail addresses that a reviewer writes to.

use std::borrow::Cow;

use super::domain_name;
use super::reason::reasons;
use super::suffix::is_delegated;
use super::typed::{debug_text, is_full_width, is_invisible, text_value};

/// An e-mail address 电子邮箱 to which a provider or an authority writes.
///
/// # Syntax
///
/// - A local part, `@`, and a domain; at most 254 bytes in the form that is sent.
/// - The local part is a dot-atom of RFC 5322: 1–64 ASCII letters, digits and ``!#$%&'*+-/=?^_`{|}~``, with
///   single dots between them. No quoted form, and no Chinese one: few mail servers take either.
/// - The domain follows the grammar of a [`DomainName`](super::DomainName), Chinese ones included, but has no
///   trailing dot, and may be a bare suffix such as `net.cn`: whoever runs that may well have mail there.
/// - No display name, no comment, no IP address in brackets, one address only.
/// - White space around the address is read over.
///
/// `Display` keeps the local part as typed, as its server may tell capitals apart, and gives the domain in its
/// ASCII form in small letters; addresses are compared in that form. Whether the mailbox exists nobody can tell
/// from its name.
///
/// # Examples
///
/// ```
/// use beian::value::{Email, EmailError};
///
/// let email = Email::parse("li.si@Example.COM")?;
/// assert_eq!(email.to_string(), "li.si@example.com");
/// assert_eq!(Email::parse("lisi@例子.中国")?.domain(), "xn--fsqu00a.xn--fiqs8s");
/// assert_eq!(format!("{email:?}"), "Email(li.************om)");
///
/// assert_eq!(Email::parse("lisi@localhost"), Err(EmailError::Domain));
/// assert_eq!(Email::parse("lisi＠example.com"), Err(EmailError::FullWidth));
/// # Ok::<(), EmailError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email {
    text: Box<str>,
}

reasons! {
    /// Why a text is no e-mail address.
    pub enum EmailError {
        /// Longer than 254 bytes.
        Length = "length" {
            zh: "电子邮箱过长，最多 254 个字符",
            en: "the e-mail address is too long; at most 254 characters are allowed"
        },
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "电子邮箱含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the e-mail address contains an invisible character, probably from copying; type it in by hand"
        },
        /// Full-width characters, as an input method makes them.
        FullWidth = "full_width" {
            zh: "电子邮箱含有全角字符（如 ＠ 或 。），请切换到半角后重新填写",
            en: "the e-mail address contains full-width characters, such as ＠ or 。; use half-width ones"
        },
        /// No `@`, or more than one.
        AtSign = "at_sign" {
            zh: "电子邮箱应有且只有一个 @，且只填一个邮箱",
            en: "an e-mail address has exactly one @; enter only one address"
        },
        /// What precedes the `@` is no dot-atom of 1–64 characters.
        LocalPart = "local_part" {
            zh: "电子邮箱 @ 之前的部分不正确：应为 1 至 64 个半角字母、数字或常用符号，不能有空格、汉字或连续的点",
            en: "the part before the @ is not valid: it has 1 to 64 Latin letters, digits or common symbols, no spaces or Chinese characters, and no dot at either end or next to another dot"
        },
        /// What follows the `@` is no domain name of two labels or more.
        Domain = "domain" {
            zh: "电子邮箱 @ 之后应为完整的域名，例如 example.com",
            en: "the part after the @ must be a full domain name, such as example.com"
        },
        /// The domain ends in what IANA's list of top-level domains has not. `parse` takes it, since the list grows:
        /// see [`is_delegated`](Email::is_delegated).
        TopLevel = "top_level" {
            zh: "电子邮箱的域名后缀不在顶级域名列表中，请核对是否写错（如把 .com 写成 .con）",
            en: "the address does not end in a known top-level domain; check for a typing error, such as .con for .com"
        },
    }
}

/// The longest path of SMTP without its angle brackets (RFC 5321).
const LONGEST: usize = 254;

impl Email {
    /// Reads an e-mail address.
    ///
    /// # Errors
    ///
    /// With the reason why it is none.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let (local, domain) = parts(text)?;
        Ok(Self { text: [local, "@", &domain].concat().into_boxed_str() })
    }

    /// Whether a text can be read, without keeping it; then whether its top-level domain is on IANA's list.
    pub(crate) fn check(text: &str) -> Result<bool, EmailError> {
        parts(text).map(|(_, domain)| has_delegated_suffix(&domain))
    }

    /// The address in canonical form, as `Display` has it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the domain ends in a top-level domain on IANA's list, which is dated: see
    /// [`Suffix::is_delegated`](super::Suffix::is_delegated).
    pub fn is_delegated(&self) -> bool {
        has_delegated_suffix(self.domain())
    }

    /// What stands before the `@`, as typed.
    pub fn local_part(&self) -> &str {
        self.text.split_once('@').map_or("", |(local, _)| local)
    }

    /// What stands after the `@`, in ASCII form and small letters.
    pub fn domain(&self) -> &str {
        self.text.split_once('@').map_or("", |(_, domain)| domain)
    }
}

fn has_delegated_suffix(domain: &str) -> bool {
    // In so short a text the last dot is found sooner than by searching it for a character.
    let dot = domain.bytes().rposition(|byte| byte == b'.');
    domain.get(dot.map_or(0, |dot| dot + 1)..).is_some_and(is_delegated)
}

/// The part before the @, and the domain in ASCII.
fn parts(text: &str) -> Result<(&str, Cow<'_, str>), EmailError> {
    if let Some(plain) = plain(text) {
        return Ok(plain);
    }
    let typed = text.trim();
    if !typed.bytes().all(|byte| byte.is_ascii_graphic()) {
        check_characters(typed)?;
    }
    let (local, domain) = typed.split_once('@').ok_or(EmailError::AtSign)?;
    if domain.contains('@') {
        return Err(EmailError::AtSign);
    }
    if !is_dot_atom(local) {
        return Err(EmailError::LocalPart);
    }
    // Each character takes a byte or more in ASCII; so there is no need to map a long text to see it.
    if domain.chars().count() > LONGEST {
        return Err(EmailError::Length);
    }
    let domain = domain_name::to_ascii(domain).map_err(|_| EmailError::Domain)?;
    if local.len() + 1 + domain.len() > LONGEST {
        return Err(EmailError::Length);
    }
    Ok((local, domain))
}

/// The same of an address as most are: usual characters, in small letters after the @.
fn plain(text: &str) -> Option<(&str, Cow<'_, str>)> {
    // Where the characters after the last dot begin: there is one at least.
    let mut run = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() {
            continue;
        }
        match byte {
            b'-' | b'_' | b'+' => {}
            b'.' if at > run => run = at + 1,
            b'@' if at > run && at <= 64 && text.len() <= LONGEST => {
                let (local, domain) = (text.get(..at)?, text.get(at + 1..)?);
                return domain_name::is_clean(domain).then_some((local, Cow::Borrowed(domain)));
            }
            _ => return None,
        }
    }
    None
}

fn check_characters(typed: &str) -> Result<(), EmailError> {
    if typed.chars().any(is_invisible) {
        return Err(EmailError::Invisible);
    }
    if typed.chars().any(is_full_width) {
        return Err(EmailError::FullWidth);
    }
    Ok(())
}

fn is_dot_atom(text: &str) -> bool {
    let is_atom_text = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(byte);
    let mut atoms = text.as_bytes().split(|byte| *byte == b'.');
    text.len() <= 64 && atoms.all(|atom| !atom.is_empty() && atom.iter().all(is_atom_text))
}

text_value!(Email, EmailError);
debug_text!(private Email);

#[cfg(test)]
mod tests {
    use super::*;

    /// The usual addresses are taken as they are; others are read with care, also where they turn out to be right.
    #[test]
    fn usual_addresses_need_no_second_look() {
        let label = "b".repeat(63);
        let longest = format!("{}@{label}.{label}.{}.cn", "a".repeat(64), "b".repeat(58));
        for text in ["lisi@example.com", "Li.Si_1-a+b@163.com.cn", &longest] {
            let (local, domain) = plain(text).unwrap_or_default();
            assert_eq!(format!("{local}@{domain}"), text);
        }
        for text in [
            "",
            "lisi",
            "@example.com",
            ".lisi@example.com",
            "li..si@example.com",
            "lisi.@example.com",
            "li/si@example.com",
            "lisi@Example.com",
            "lisi@@example.com",
            &format!("{}@example.com", "a".repeat(65)),
            &format!("{longest}n"),
        ] {
            assert!(plain(text).is_none(), "{text}");
        }
    }
}
