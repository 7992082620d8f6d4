# Twelve rules of first filings, as a policy. Check digits are left out: Rego has no arithmetic on characters.
# Each rule gives what it finds as "rule at place".
package filing

import rego.v1

today := "2026-11-23"

earliest_end := "2026-12-23"

agreements := {"privacy_statement", "terms", "commitment_letter"}

findings contains "order.services-over-limit at /services" if count(input.services) > 10

findings contains "order.agreement-missing at /agreements" if {
	given := {agreement | some agreement in input.agreements}
	count(agreements - given) > 0
}

names[name] contains i if {
	some i, service in input.services
	name := service.name
}

findings contains sprintf("order.service-repeated at /services/%d", [i]) if {
	some i, service in input.services
	some earlier in names[service.name]
	earlier < i
}

findings contains "person.mobile-invalid at /principal/responsible_person/mobile" if not is_mobile(input.principal.responsible_person.mobile)

findings contains sprintf("person.mobile-invalid at /services/%d/responsible_person/mobile", [i]) if {
	some i, service in input.services
	not is_mobile(service.responsible_person.mobile)
}

findings contains "person.email-invalid at /principal/responsible_person/email" if not is_email(input.principal.responsible_person.email)

findings contains sprintf("person.email-invalid at /services/%d/responsible_person/email", [i]) if {
	some i, service in input.services
	not is_email(service.responsible_person.email)
}

findings contains "person.certificate-expired at /principal/responsible_person/certificate/valid_until" if {
	input.principal.responsible_person.certificate.valid_until < today
}

findings contains sprintf("person.certificate-expired at /services/%d/responsible_person/certificate/valid_until", [i]) if {
	some i, service in input.services
	service.responsible_person.certificate.valid_until < today
}

findings contains sprintf("domain.level-exceeded at /services/%d/platforms/%d/domains/%d/name", [i, j, k]) if {
	some i, service in input.services
	some j, platform in service.platforms
	some k, domain in platform.domains
	count(split(domain.name, ".")) > 4
}

findings contains sprintf("app.fingerprint-malformed at /services/%d/platforms/%d/packages/%d/fingerprint", [i, j, k]) if {
	some i, service in input.services
	some j, platform in service.platforms
	some k, package_ in platform.packages
	not regex.match(`^([0-9A-Fa-f]{32}|[0-9A-Fa-f]{40})$`, package_.fingerprint)
}

users[name] contains i if {
	some i, service in input.services
	some platform in service.platforms
	some package_ in platform.packages
	name := package_.name
}

findings contains sprintf("app.package-name-taken at /services/%d/platforms/%d/packages/%d/name", [i, j, k]) if {
	some i, service in input.services
	some j, platform in service.platforms
	some k, package_ in platform.packages
	some user in users[package_.name]
	user < i
	not on_earlier_platform(service, j, package_.name)
}

# The same name on another platform of the APP is the same mistake.
on_earlier_platform(service, j, name) if {
	some other, platform in service.platforms
	other < j
	some package_ in platform.packages
	package_.name == name
}

findings contains sprintf("resource.outside-mainland at /services/%d/resources/%d/mainland", [i, j]) if {
	some i, service in input.services
	some j, resource in service.resources
	not resource.mainland
}

findings contains sprintf("resource.purchase-too-short at /services/%d/resources/%d/purchased_months", [i, j]) if {
	some i, service in input.services
	some j, resource in service.resources
	resource.purchased_months < 3
}

findings contains sprintf("resource.remaining-too-short at /services/%d/resources/%d/expires_on", [i, j]) if {
	some i, service in input.services
	some j, resource in service.resources
	resource.expires_on < earliest_end
}

is_mobile(number) if regex.match(`^1[3-9][0-9]{9}$`, number)

is_email(address) if regex.match(`^[^@ ]+@[^@ ]+[.][^@ ]+$`, address)
