package com.cdhdashboard.core.sample;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which columns identify people, as far as their names tell. Whoever writes of a customer by another name is told of it in the guide. */
public final class PersonalColumns {
    private static final Set<String> NAMES = Set.of(
            "subjectid",
            "customerid",
            "customerkey",
            "customernumber",
            "contactid",
            "accountid",
            "accountnumber",
            "partyid",
            "personid",
            "userid",
            "username",
            "clientid",
            "memberid",
            "householdid",
            "cookieid",
            "deviceid",
            "operator",
            "ssn");
    private static final List<String> PARTS = List.of(
            "email",
            "phone",
            "msisdn",
            "mobilenumber",
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "birth",
            "address",
            "iban",
            "passport",
            "latitude",
            "longitude",
            "creditcard");

    private final Set<String> configured;

    /** @param configured columns that the configuration names as customers */
    public PersonalColumns(Set<String> configured) {
        this.configured = new LinkedHashSet<>(configured);
    }

    public boolean identifies(String column) {
        String plain = column.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return configured.contains(column)
                || NAMES.contains(plain)
                || PARTS.stream().anyMatch(plain::contains);
    }
}
