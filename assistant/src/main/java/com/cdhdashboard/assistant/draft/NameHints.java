package com.cdhdashboard.assistant.draft;

import java.util.List;
import java.util.Set;

/** What words of names say of a field. */
final class NameHints {
    /** Dimensions of Pega's interaction history, the most useful first; they group rows whatever the sample shows. */
    static final List<String> DIMENSIONS = List.of(
            "Channel",
            "Direction",
            "Issue",
            "Group",
            "PlacementType",
            "Placement",
            "Treatment",
            "ModelControlGroup",
            "CustomerSegment",
            "CustomerType",
            "ContextName",
            "Name");

    /** Of these, those with many values, and the one that every rate knows anyway. */
    static final Set<String> FINE = Set.of("Treatment", "ModelControlGroup", "ContextName", "Name");

    /** Numbers of Pega's interaction history. */
    static final List<String> MEASURES = List.of(
            "Propensity",
            "FinalPropensity",
            "Priority",
            "Revenue",
            "ResponseTime",
            "Value",
            "Weight",
            "OutcomeWeight",
            "Rank");

    /** The last word of an id; {@code AccountType} has an account, and is a type. */
    static final Set<String> ID = Set.of("id", "ids", "key", "guid", "uuid", "number", "token", "hash");

    static final Set<String> TIME = Set.of("time", "date", "datetime", "timestamp", "day");

    /** Book-keeping. */
    static final Set<String> TECHNICAL = Set.of(
            "fact",
            "operator",
            "stream",
            "partition",
            "application",
            "component",
            "division",
            "organization",
            "internal",
            "unit",
            "version",
            "work",
            "rule",
            "class",
            "node",
            "host",
            "checksum");

    private static final Set<String> PERSONAL = Set.of(
            "subject",
            "email",
            "mail",
            "phone",
            "telephone",
            "msisdn",
            "fax",
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "birth",
            "birthday",
            "birthdate",
            "dob",
            "address",
            "street",
            "postcode",
            "zip",
            "iban",
            "ssn",
            "passport",
            "latitude",
            "longitude",
            "ip",
            "cookie");

    private static final List<String> PERSONAL_PHRASES = List.of(
            "first name",
            "last name",
            "full name",
            "family name",
            "maiden name",
            "user name",
            "customer name",
            "client name",
            "member name",
            "contact name",
            "e mail",
            "mobile number",
            "account number",
            "customer number",
            "credit card",
            "card number",
            "postal code",
            "customer id",
            "client id",
            "device id",
            "account id",
            "person id",
            "party id",
            "member id",
            "user id",
            "contact id",
            "household id");

    /** A kind of mailbox or phone is no mailbox and no phone. */
    private static final Set<String> ABOUT =
            Set.of("type", "flag", "status", "kind", "count", "opened", "opt", "category");

    private NameHints() {}

    static boolean personal(NameWords name) {
        return !name.ends(ABOUT)
                && (name.has(PERSONAL) || PERSONAL_PHRASES.stream().anyMatch(name::says));
    }
}
