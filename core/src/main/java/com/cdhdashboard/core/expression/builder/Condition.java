package com.cdhdashboard.core.expression.builder;

/** What is true, false or unknown of a row: one test, a group of conditions, or a text that no form shows. */
public sealed interface Condition permits Group, FieldTest, Passage {}
