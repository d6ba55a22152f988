package com.cdhdashboard.core.config.edit;

import java.util.List;

/**
 * A header or a key with its value, and where in the text it stands.
 *
 * @param table the table that the statement opens or belongs to
 * @param path the whole path of the key; of a header, that of its table
 * @param start where the comment directly above begins, otherwise the line
 * @param key where the first key begins
 * @param keyEnd where the last key ends
 * @param value where the value begins; of a header, where the line ends
 * @param end behind the line break
 * @param tail behind comments that follow directly and belong to no other statement
 */
record Statement(
        Kind kind,
        List<String> table,
        List<String> path,
        int start,
        int key,
        int keyEnd,
        int value,
        int valueEnd,
        int end,
        int tail) {
    /** What a statement does. */
    enum Kind {
        TABLE,
        ELEMENT,
        KEY
    }

    Statement {
        table = List.copyOf(table);
        path = List.copyOf(path);
    }

    boolean header() {
        return kind != Kind.KEY;
    }

    Statement withTail(int behindComments) {
        return new Statement(kind, table, path, start, key, keyEnd, value, valueEnd, end, behindComments);
    }

    static boolean startsWith(List<String> path, List<String> beginning) {
        return path.size() >= beginning.size()
                && path.subList(0, beginning.size()).equals(beginning);
    }
}
