package com.cdhdashboard.core.ingest.archive;

import com.cdhdashboard.core.ingest.format.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an archive member. No file is ever made under such a name; names made to escape a folder are refused all
 * the same, as nobody packs them by chance.
 */
final class MemberName {
    /** What a member is for, told by its name. */
    enum Use {
        DATA,
        ARCHIVE,
        /** Written by packers and of no interest to anybody. */
        PACKER,
        OTHER
    }

    private static final List<String> DATA = List.of(".json", ".ndjson", ".jsonl", ".parquet", ".csv", ".tsv", ".xlsx");
    private static final List<String> ARCHIVES = List.of(".zip", ".gz", ".tgz", ".tar");
    private static final List<String> PACKER_FOLDERS = List.of("META-INF", "__MACOSX");
    private static final List<String> SYSTEM_FILES = List.of("thumbs.db", "desktop.ini");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private MemberName() {}

    /** The name with slashes between its parts, as some packers of Windows write backslashes. */
    static String plain(String name) {
        return name.replace('\\', '/');
    }

    /** Refuses names that are no plain path below the archive. */
    static void check(String archive, String name) {
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.name(archive, name, name.isEmpty() ? "is empty" : "holds control characters");
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw Refusal.name(archive, name, "is absolute");
        }
        if (parts(name).contains("..")) {
            throw Refusal.name(archive, name, "leads out of the archive");
        }
    }

    /** @param texts whether a text may be a table; where it is to hold rows of known names, it is rather read by people */
    static Use use(String name, boolean texts) {
        Use use = use(name);
        boolean text = name.toLowerCase(Locale.ROOT).endsWith(".txt");
        return use == Use.OTHER && texts && text ? Use.DATA : use;
    }

    static Use use(String name) {
        List<String> parts = parts(name);
        String last = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
        if (last.startsWith(".")
                || SYSTEM_FILES.contains(last)
                || parts.stream().anyMatch(PACKER_FOLDERS::contains)) {
            return Use.PACKER;
        }
        if (DATA.stream().anyMatch(last::endsWith)) {
            return Use.DATA;
        }
        return ARCHIVES.stream().anyMatch(last::endsWith) ? Use.ARCHIVE : Use.OTHER;
    }

    private static List<String> parts(String name) {
        return Arrays.asList(name.split("/", -1));
    }
}
