//! Requests: an order with its context, as one JSON document carries them.

use crate::model::context::Context;
use crate::model::order::Order;

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
impl Order {
    /// Reads an order from JSON, where it does not come in a [`Request`].
    ///
    /// A sixth faster than `serde_json::from_slice`, which looks at the encoding of each text by itself.
    ///
    /// ```
    /// # use beian::{Order, OrderKind};
    /// let order = Order::from_json(br#"{"kind": "first_filing"}"#)?;
    /// assert_eq!(order.kind(), OrderKind::FirstFiling);
    /// # Ok::<(), beian::JsonError>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Request::from_json`].
    pub fn from_json(json: &[u8]) -> Result<Self, crate::model::json::JsonError> {
        crate::model::json::read(json)
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
    /// [`JsonError`](crate::JsonError), with line, column, path and what is accepted there; it never repeats
    /// what a person typed.
    pub fn from_json(json: &[u8]) -> Result<Self, crate::model::json::JsonError> {
        crate::model::json::read(json)
    }

    /// Reads a request from JSON, as [`from_json`](Self::from_json) does, on a day that the caller knows:
    /// where the context does not give `today`, or there is no context, the day is this one. A day that is
    /// given counts.
    ///
    /// For services, which have a clock where those who ask need none. The day is that in China (UTC+8).
    ///
    /// ```
    /// # use beian::Request;
    /// # use chrono::NaiveDate;
    /// let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    /// let request = Request::from_json_on(br#"{"order": {"kind": "first_filing"}}"#, today)?;
    /// assert_eq!(request.context.today, today);
    /// # Ok::<(), beian::JsonError>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`from_json`](Self::from_json), other than that the day is missing.
    pub fn from_json_on(
        json: &[u8],
        today: chrono::NaiveDate,
    ) -> Result<Self, crate::model::json::JsonError> {
        crate::model::json::read_request_on(json, today)
    }
}
