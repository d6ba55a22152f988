package com.cdhdashboard.core.config.edit;

import java.util.List;

/** One key as it is written, in a header, before an equals sign or in an inline table, and the path down to it. */
record KeyPlace(List<String> path, int start, int end) {
    KeyPlace {
        path = List.copyOf(path);
    }
}
