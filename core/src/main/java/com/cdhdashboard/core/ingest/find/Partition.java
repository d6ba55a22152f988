package com.cdhdashboard.core.ingest.find;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Folders that tell which part of the data lies in them, as {@code Day=2024-01-10} or {@code 2024/01/10}. Exports name the
 * files in them alike, so that such a folder belongs to the name of a file wherever an import begins.
 */
public final class Partition {
    private static final Pattern VALUE = Pattern.compile("[^=]+=.*");

    /** Years, months and days, alone or together. */
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)\\d\\d(?:[-_.]?[01]\\d(?:[-_.]?[0-3]\\d)?)?|[0-3]?\\d");

    private Partition() {}

    /** The folders of this path that belong to the names of files in it, each with a {@code /} behind; often none. */
    static String above(@Nullable Path folder) {
        List<String> folders = new ArrayList<>();
        if (folder != null) {
            folder.forEach(part -> folders.add(part.toString()));
        }
        int from = firstValue(folders);
        if (from == folders.size()) {
            while (from > 0 && DATE.matcher(folders.get(from - 1)).matches()) {
                from--;
            }
        }
        return folders.stream().skip(from).map(part -> part + "/").collect(Collectors.joining());
    }

    private static int firstValue(List<String> folders) {
        int place = 0;
        while (place < folders.size() && !VALUE.matcher(folders.get(place)).matches()) {
            place++;
        }
        return place;
    }

    /** The {@code column=value} folders in the name of a file; empty where there are none. */
    public static String values(String name) {
        List<String> parts = Arrays.asList(name.split("/"));
        return parts.subList(0, parts.size() - 1).stream()
                .filter(part -> VALUE.matcher(part).matches())
                .collect(Collectors.joining("/"));
    }
}
