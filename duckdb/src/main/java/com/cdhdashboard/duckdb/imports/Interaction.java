package com.cdhdashboard.duckdb.imports;

import java.util.List;

/** The columns that every interaction-history metric needs, and the names of the window's own columns. */
final class Interaction {
    static final String INTERACTION_ID = "InteractionID";
    static final String OUTCOME = "Outcome";
    static final String OUTCOME_TIME = "OutcomeTime";
    static final String DECISION_TIME = "DecisionTime";
    static final String ACTION_ID = "ActionID";
    static final String SUBJECT_ID = "SubjectID";
    static final String RESPONSE_TIME = "ResponseTime";

    /** Without these no metric can be computed. */
    static final List<String> NEEDED = List.of(INTERACTION_ID, OUTCOME, OUTCOME_TIME, "Name", "Issue", "Group", "Rank");

    private Interaction() {}
}
