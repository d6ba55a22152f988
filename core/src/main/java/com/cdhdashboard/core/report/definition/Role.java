package com.cdhdashboard.core.report.definition;

/** What the value of a report key stands for; decides how it is checked, read and offered as a control. */
public enum Role {
    /** A dimension of the metric. */
    DIMENSION,
    /** A score of the metric's family, its counts and interval ends included. */
    SCORE,
    /** What arms are compared by: {@code z_score} or an odds ratio. */
    COMPARED,
    /** One of the prepared columns that the metric knows, such as the propensity a model is judged by. */
    PROPERTY,
    /** One of the {@link ScoreView}s. */
    VIEW,
    /** A list of outcomes, in order. */
    STAGES,
    /** A table of target values by group. */
    TARGETS,
    /** True or false. */
    FLAG,
    /** A height in pixels. */
    HEIGHT,
    /** {@code linear} or {@code log}. */
    SCALE,
    /** {@code line} or {@code bar}. */
    FORM,
    /** One of the texts the key allows. */
    CHOICE,
    /** A number between the ends the key allows. */
    NUMBER,
    /** A value of a dimension. */
    VALUE
}
