package com.cdhdashboard.assistant.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads digits with points, commas and spaces between them. */
final class DecimalForms {
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");

    private DecimalForms() {}

    /**
     * What digits may say in a text of that style. {@code 1,259} is a thousand in one and a little more than 1 in the other,
     * and a text has one style; {@code 1.234.567} can only be grouped.
     */
    static List<BigDecimal> read(String digits, DecimalStyle style) {
        String plain = digits.replaceAll("[ \u00a0\u202f\u2009'\u2019]", "");
        int exponent = Math.max(plain.indexOf('e'), plain.indexOf('E'));
        String tail = exponent < 0 ? "" : plain.substring(exponent).replace('\u2212', '-');
        String body = exponent < 0 ? plain : plain.substring(0, exponent);
        List<BigDecimal> values = new ArrayList<>();
        String point = String.valueOf(style.decimal());
        String grouping = String.valueOf(style.grouping());
        int decimals = body.lastIndexOf(style.decimal());
        String whole = decimals < 0 ? body : body.substring(0, decimals);
        boolean one = decimals == body.indexOf(point);
        if (one
                && (!whole.contains(grouping) || GROUPED.matcher(whole).matches())
                && !(decimals >= 0 && body.indexOf(grouping, decimals) >= 0)) {
            values.add(new BigDecimal(body.replace(grouping, "").replace(point, ".") + tail));
        } else if (GROUPED.matcher(body).matches() && !body.contains(grouping)) {
            values.add(new BigDecimal(body.replace(point, "") + tail));
        } else {
            other(body, style).forEach(values::add);
        }
        return values;
    }

    /** The other sign before decimals, where these digits allow nothing else. */
    private static List<BigDecimal> other(String body, DecimalStyle style) {
        String point = String.valueOf(style.grouping());
        String grouping = String.valueOf(style.decimal());
        boolean possible =
                body.indexOf(point) == body.lastIndexOf(point) && body.lastIndexOf(grouping) < body.indexOf(point);
        return possible ? List.of(new BigDecimal(body.replace(grouping, "").replace(point, "."))) : List.of();
    }

    static BigDecimal ratio(String part, String whole) {
        BigDecimal divisor = new BigDecimal(whole);
        return divisor.signum() == 0
                ? BigDecimal.valueOf(-1)
                : new BigDecimal(part).divide(divisor, MathContext.DECIMAL64);
    }
}
