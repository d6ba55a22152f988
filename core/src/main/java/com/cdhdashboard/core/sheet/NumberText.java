package com.cdhdashboard.core.sheet;

import java.util.regex.Pattern;

/** Numbers as people write them with a decimal sign of their own, in the form of JSON. */
record NumberText(char decimal) {
    private static final Pattern COMMA = Pattern.compile("-?([0-9]+|[0-9]{1,3}(\\.[0-9]{3})+)(,[0-9]+)?");
    private static final Pattern POINT = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");

    /** The number as JSON has it; any other text without blanks around it. */
    String normal(String text) {
        String trimmed = text.strip();
        if (decimal == ',' && COMMA.matcher(trimmed).matches()) {
            return trimmed.replace(".", "").replace(',', '.');
        }
        if (decimal == '.' && POINT.matcher(trimmed).matches()) {
            return trimmed.replace(",", "");
        }
        return trimmed;
    }
}
