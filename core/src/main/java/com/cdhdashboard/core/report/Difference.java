package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

/**
 * One number in both definitions.
 *
 * @param here how this program defines it
 * @param there how the prototype does
 * @param valueHere of the data shown, written as everywhere; an en dash where there is none
 * @param valueThere what the prototype's definition gives of the same interactions; an en dash where it cannot be worked out
 * @param remark what the second figure leaves out, or why there is none
 */
public record Difference(
        String score, String title, String here, String there, String valueHere, String valueThere, String remark) {
    public Difference {
        requireNonNull(score, "score");
        requireNonNull(title, "title");
        requireNonNull(here, "here");
        requireNonNull(there, "there");
        requireNonNull(valueHere, "valueHere");
        requireNonNull(valueThere, "valueThere");
        requireNonNull(remark, "remark");
    }
}
