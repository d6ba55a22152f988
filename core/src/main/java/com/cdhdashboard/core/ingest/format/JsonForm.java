package com.cdhdashboard.core.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the rows of a JSON file are written, told by the first of them.
 *
 * @param lines whether each stands on a line of its own, so that one broken row costs no more than its line
 * @param list names from an object around the rows to the list that holds them; empty where they stand by themselves
 * @param rows whether there are any; none where all that there is is an object around an empty list, or an empty object
 */
public record JsonForm(boolean lines, List<String> list, boolean rows) {
    public static final JsonForm LINES = new JsonForm(true, List.of(), true);
    private static final JsonForm ELEMENTS = new JsonForm(false, List.of(), true);
    private static final JsonForm NOTHING = new JsonForm(false, List.of(), false);
    private static final Pattern PREFIX = Pattern.compile("^(?i:p[xyz])(?=.)");

    public JsonForm {
        list = List.copyOf(list);
    }

    /**
     * The form of a file.
     *
     * @param start where the text begins among the bytes of the head
     * @param telling names of which a row has at least one; empty where rows may have any
     * @throws com.cdhdashboard.core.error.UserException where rows hold these names in pages of theirs, not themselves
     */
    public static JsonForm of(String place, byte[] head, int start, List<String> telling) {
        Look look = new Look(head, start);
        if (look.firstIs('[')) {
            look.read();
            return look.listOfRows(place, telling)
                    .map(list -> new JsonForm(false, list, true))
                    .orElse(ELEMENTS);
        }
        if (!look.firstIs('{') || !look.read()) {
            return LINES;
        }
        Optional<List<String>> list = look.listOfRows(place, telling);
        if (list.isPresent()) {
            return new JsonForm(false, list.get(), true);
        }
        if (look.holdsNothing(telling)) {
            return NOTHING;
        }
        return look.onItsLine() ? LINES : ELEMENTS;
    }

    /** The first object of a text, as far as the head holds it. */
    private static final class Look {
        private final byte[] head;
        private final int start;
        private final int end;
        private int at;
        private boolean array;
        private boolean whole;
        private final Set<String> emptyLists = new LinkedHashSet<>();
        /** The names within each object by its path, the object itself first; a path through a list has {@code []}. */
        private final Map<String, Set<String>> objects = new LinkedHashMap<>();

        Look(byte[] head, int start) {
            this.head = head;
            this.start = start;
            this.end = wholeCharacters(head);
            this.at = start;
            while (at < end && " \t\r\n".indexOf(head[at]) >= 0) {
                at++;
            }
        }

        /** The head may be cut within a character, which is no fault of the text. */
        private static int wholeCharacters(byte[] head) {
            int end = head.length;
            while (head.length == FileHead.BYTES && end > 0 && head[end - 1] < 0) {
                end--;
            }
            return end;
        }

        boolean firstIs(char symbol) {
            return at < end && head[at] == symbol;
        }

        /** Whether what there is of the object is JSON; one that the file, not the head, cuts off is not. */
        boolean read() {
            array = head[at] == '[';
            try (JsonParser json = JsonText.JSON.createParser(head, at, end - at)) {
                JsonToken first = json.nextToken();
                if (array) {
                    first = json.nextToken();
                }
                if (first != JsonToken.START_OBJECT) {
                    return false;
                }
                fields(json, "");
                whole = true;
                at += (int) json.currentLocation().getByteOffset();
                return true;
            } catch (JsonEOFException e) {
                return head.length == FileHead.BYTES;
            } catch (IOException e) {
                return false;
            }
        }

        private void fields(JsonParser json, String where) throws IOException {
            Set<String> names = objects.computeIfAbsent(where, none -> new LinkedHashSet<>());
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                names.add(name);
                value(json, json.nextToken(), where.isEmpty() ? name : where + "\0" + name);
            }
        }

        private void value(JsonParser json, JsonToken token, String where) throws IOException {
            if (token == JsonToken.START_OBJECT) {
                fields(json, where);
            } else if (token == JsonToken.START_ARRAY) {
                JsonToken first = json.nextToken();
                if (first == JsonToken.END_ARRAY) {
                    emptyLists.add(where);
                }
                for (JsonToken next = first; next != JsonToken.END_ARRAY; next = json.nextToken()) {
                    value(json, next, where + "[]");
                }
            }
        }

        /** The names that lead to the list of rows, where the object is one around them. */
        Optional<List<String>> listOfRows(String place, List<String> telling) {
            Set<String> own = objects.getOrDefault("", Set.of());
            if (telling.isEmpty()) {
                return Optional.of(
                                objects.keySet().stream().filter(Look::isList).toList())
                        .filter(lists -> lists.size() == 1 && isAlone() && holdsMore(lists.get(0), own))
                        .map(lists -> names(lists.get(0)));
            }
            List<String> ours = tells(own, telling);
            // One alone tells nothing, as other data have such a name, too
            if (ours.size() > 1) {
                return Optional.empty();
            }
            for (Map.Entry<String, Set<String>> object : objects.entrySet()) {
                List<String> told = new ArrayList<>(tells(object.getValue(), telling));
                told.removeIf(name -> ours.stream().map(Look::bare).anyMatch(bare(name)::equalsIgnoreCase));
                if (!told.isEmpty() && ours.isEmpty() && isList(object.getKey())) {
                    return Optional.of(names(object.getKey()));
                }
                if (!told.isEmpty() && (ours.isEmpty() || !object.getKey().contains("[]"))) {
                    throw Refusal.pages(place, told, object.getKey().replace('\0', '.'));
                }
            }
            return Optional.empty();
        }

        /** Whether a path leads through objects to a list, whose objects have no list around them but that. */
        private static boolean isList(String path) {
            return path.indexOf("[]") > 0 && path.indexOf("[]") == path.length() - 2;
        }

        private static List<String> names(String list) {
            return List.of(list.substring(0, list.length() - 2).split("\0", -1));
        }

        /** Where rows may have any names, an object around rows is one that stands alone and is poorer than they are. */
        private boolean holdsMore(String list, Set<String> own) {
            return objects.keySet().stream()
                            .allMatch(path -> path.isEmpty() || path.startsWith(list.substring(0, list.length() - 2)))
                    && objects.getOrDefault(list, Set.of()).size() > own.size() - 1;
        }

        private boolean isAlone() {
            return !array && (!whole || next(at) == end);
        }

        /**
         * Whether an object stands alone that has no fields, or none but empty lists; beside these an object around rows of
         * interaction history may have fields of the platform's, such as {@code pxResultCount}.
         */
        boolean holdsNothing(List<String> telling) {
            Set<String> own = objects.getOrDefault("", Set.of());
            boolean around = own.stream()
                    .allMatch(name -> emptyLists.contains(name)
                            || (!telling.isEmpty() && PREFIX.matcher(name).find()));
            boolean none = own.isEmpty()
                    || (around && !emptyLists.isEmpty() && tells(own, telling).isEmpty());
            return whole && isAlone() && objects.size() == 1 && none;
        }

        private int next(int from) {
            int next = from;
            while (next < end && " \t\r\n".indexOf(head[next]) >= 0) {
                next++;
            }
            return next;
        }

        private static List<String> tells(Set<String> names, List<String> telling) {
            return names.stream()
                    .filter(name -> telling.stream().anyMatch(bare(name)::equalsIgnoreCase))
                    .toList();
        }

        private static String bare(String name) {
            return PREFIX.matcher(name).replaceFirst("");
        }

        /** Whether the object stands on one line, and nothing but the end of the line behind it. */
        boolean onItsLine() {
            int from = next(start);
            int last = whole ? at : end;
            if (LineEnds.first(head, from, last) >= 0) {
                return false;
            }
            int behind = last;
            while (behind < end && " \t\r".indexOf(head[behind]) >= 0) {
                behind++;
            }
            return behind == end || "{[,".indexOf(head[behind]) < 0;
        }
    }
}
