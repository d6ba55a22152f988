package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.ValueType;
import java.util.List;
import java.util.Map;

/** The columns of interaction history that the program knows by name, with their types. */
public final class Interaction {
    public static final String INTERACTION_ID = "InteractionID";
    public static final String OUTCOME = "Outcome";
    public static final String OUTCOME_TIME = "OutcomeTime";
    public static final String DECISION_TIME = "DecisionTime";
    static final String ACTION_ID = "ActionID";
    public static final String SUBJECT_ID = "SubjectID";
    static final String RESPONSE_TIME = "ResponseTime";

    /** Without these no metric can be computed. */
    public static final List<String> NEEDED =
            List.of(INTERACTION_ID, OUTCOME, OUTCOME_TIME, "Name", "Issue", "Group", "Rank");

    /**
     * Types of standard columns of interaction history, whatever files show. What interactions are told apart by is text: a
     * number there is a name, too, and the same name may stand as text in the next file.
     */
    public static final Map<String, ValueType> TYPES = Map.ofEntries(
            Map.entry(INTERACTION_ID, ValueType.TEXT),
            Map.entry("Issue", ValueType.TEXT),
            Map.entry("Group", ValueType.TEXT),
            Map.entry("Name", ValueType.TEXT),
            Map.entry(OUTCOME, ValueType.TEXT),
            Map.entry(SUBJECT_ID, ValueType.TEXT),
            Map.entry("ConversionEventID", ValueType.TEXT),
            Map.entry("FinalPropensity", ValueType.NUMBER),
            Map.entry("OutcomeWeight", ValueType.NUMBER),
            Map.entry("Priority", ValueType.NUMBER),
            Map.entry("Propensity", ValueType.NUMBER),
            Map.entry("Rank", ValueType.INTEGER),
            Map.entry("Revenue", ValueType.NUMBER),
            Map.entry("Value", ValueType.NUMBER),
            Map.entry("Weight", ValueType.NUMBER));

    private Interaction() {}
}
