//! Rules of the group `service`: what is asked of a website or an APP, and pre-approval.

mod fields;
mod home_page;
mod pre_approval;

use crate::model::service::{PreApprovalKind, WebsiteContent};

group! {
    fields::FIELD_MISSING,
    fields::CONTENT_UNKNOWN,
    pre_approval::PRE_APPROVAL_NOT_APPLICABLE,
    pre_approval::PRE_APPROVAL_UNDECLARED,
    pre_approval::PRE_APPROVAL_DOCUMENT_MISSING,
    home_page::HOME_PAGE_MALFORMED,
    home_page::HOME_PAGE_ELSEWHERE,
    pre_approval::PRE_APPROVAL_CONTRADICTORY,
    pre_approval::PRE_APPROVAL_ABOLISHED,
    fields::CONTENT_OF_INDIVIDUAL,
    pre_approval::CONTENT_NEEDS_PRE_APPROVAL,
    pre_approval::PRE_APPROVAL_NOT_FILED,
    pre_approval::APPROVAL_OF_STATE_OWNED,
    home_page::HOME_PAGE_WITHOUT_WWW,
    home_page::SUBDOMAIN_NOT_IN_REMARK,
    pre_approval::COMMERCIAL_LICENSE_MISSING,
}

/// The field of pre-approval that a content is of.
pub(super) const fn field_of(content: WebsiteContent) -> Option<PreApprovalKind> {
    use WebsiteContent as Content;
    Some(match content {
        Content::OnlineNews => PreApprovalKind::News,
        Content::OnlineGames => PreApprovalKind::Publishing,
        Content::OnlineMusic => PreApprovalKind::Culture,
        Content::OnlineVideo => PreApprovalKind::RadioFilmTv,
        Content::OnlinePayment
        | Content::OnlineBanking
        | Content::OnlineSecuritiesFunds
        | Content::P2pLendingIntermediary
        | Content::EquityCrowdfunding
        | Content::InternetInsurance
        | Content::CrossSectorFinanceAssetManagement
        | Content::NonBankPayment => PreApprovalKind::InternetFinance,
        _ => return None,
    })
}
