//! Requests: an order with its context, as one JSON document carries them.

use crate::context::Context;
use crate::order::Order;

wire_object! {
    /// An order with its context: `{"order": …, "context": …}`.
    pub struct Request {
        @new {
            /// The order.
            order: Order;
            /// Everything that a rule may look at besides.
            context: Context;
        }
    }
}

#[cfg(feature = "json")]
impl Request {
    /// Reads a request from JSON.
    ///
    /// ```
    /// # use beian::Request;
    /// let request = Request::from_json(
    ///     r#"{"order": {"kind": "first_filing"}, "context": {"today": "2026-11-23"}}"#.as_bytes(),
    /// )?;
    /// let error = Request::from_json(br#"{"order": {"kind": "first_filling"}, "context": {}}"#).unwrap_err();
    /// assert_eq!((error.line(), error.path()), (1, "/order/kind"));
    /// assert!(error.accepted().contains(&"first_filing".to_owned()));
    /// # Ok::<(), beian::JsonError>(())
    /// ```
    ///
    /// # Errors
    /// [`JsonError`](crate::JsonError), with line, column, path and what is accepted there; it never repeats what
    /// a person typed.
    pub fn from_json(json: &[u8]) -> Result<Self, crate::json::JsonError> {
        crate::json::read(json)
    }
}
