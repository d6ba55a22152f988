package com.cdhdashboard.core.config.edit;

/** A part of a text. */
record Range(int start, int end) {
    boolean holds(int offset) {
        return start < offset && offset < end;
    }
}
