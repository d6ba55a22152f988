package com.cdhdashboard.core.ingest.format;

import com.cdhdashboard.core.error.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Why a file is not unpacked, in words for the user; the place comes first. */
public final class Refusal {
    private static final String MAKE_AGAIN = ". Copy or export the file again";
    private static final String PACK_AGAIN = ". Pack the files again without it";
    private static final String RAISE_LIMIT = ". Split the export, or raise the limit if you trust where it comes from";

    private Refusal() {}

    public static UserException damaged(String place, IOException cause) {
        boolean cutOff = cause instanceof EOFException
                || String.valueOf(cause.getMessage()).startsWith("Truncated");
        String what = cutOff ? "ends too early" : "is damaged (" + sentence(cause) + ")";
        return new UserException(UserException.Kind.USER, place + ": the data " + what + MAKE_AGAIN, cause);
    }

    public static UserException unopened(String archive, Exception cause) {
        return new UserException(
                UserException.Kind.USER,
                archive + ": the list of members at the end of the zip archive is missing or damaged" + MAKE_AGAIN,
                cause);
    }

    public static UserException brokenHeader(String archive, Exception cause) {
        return new UserException(
                UserException.Kind.USER, archive + ": the header of a member is damaged" + MAKE_AGAIN, cause);
    }

    public static UserException name(String archive, String member, String fault) {
        return new UserException(archive + ": the name of the member \"" + printable(member) + "\" " + fault
                + ", which may be an attack. Pack the files again under plain names");
    }

    public static UserException kind(String archive, String member, String kind) {
        return new UserException(archive + ": the member \"" + printable(member) + "\" is " + kind + PACK_AGAIN);
    }

    public static UserException encrypted(String archive, String member) {
        return new UserException(archive + ": the member \"" + printable(member)
                + "\" is encrypted. Unpack the archive with its password and import what comes out");
    }

    public static UserException nested(String archive, String member) {
        String what = member.isEmpty() ? "what is packed in it" : "the member \"" + printable(member) + "\"";
        return new UserException(archive + ": " + what
                + " is an archive inside an archive. Unpack the outer one and import what comes out");
    }

    public static UserException method(String archive, String member, String method) {
        return new UserException(archive + ": the member \"" + printable(member) + "\" is compressed by " + method
                + ", which cannot be read. Pack the files again with the usual zip compression");
    }

    public static UserException members(String archive, int limit) {
        return new UserException(
                UserException.Kind.RESOURCES, archive + ": there are more than " + limit + " members" + RAISE_LIMIT);
    }

    public static UserException bytes(String archive, long limit) {
        return new UserException(
                UserException.Kind.RESOURCES, archive + ": it unpacks to more than " + size(limit) + RAISE_LIMIT);
    }

    public static UserException ratio(String archive, int limit) {
        return new UserException(
                UserException.Kind.RESOURCES,
                archive + ": more than " + limit + " bytes come out for each byte, as in no usual export"
                        + RAISE_LIMIT);
    }

    public static UserException header(String archive, long limit) {
        return new UserException(
                UserException.Kind.RESOURCES, archive + ": the header of a member is longer than " + size(limit));
    }

    public static UserException line(String place, long row, long limit) {
        return new UserException(
                UserException.Kind.RESOURCES,
                place + ": row " + row + " is longer than " + size(limit)
                        + ". Each row must stand on a line of its own; export the file again");
    }

    /** Of a file in the temporary folder. */
    public static UserException spoolFile(Path file, IOException cause) {
        Path folder = file.getParent();
        return spool(folder == null ? file : folder, cause);
    }

    static UserException spool(Path folder, IOException cause) {
        return new UserException(
                UserException.Kind.RESOURCES,
                "the temporary folder " + folder + " cannot be written to (" + sentence(cause)
                        + "). Make room on the disk",
                cause);
    }

    public static UserException unended(String place, String what, long line) {
        return new UserException(place + ": the JSON " + what + " that begins in line " + line
                + " does not end, so rows may be missing. Export the file again");
    }

    public static UserException brokenWrapper(String place, long line) {
        return new UserException(place + ": the JSON object around the rows is damaged in line " + line + MAKE_AGAIN);
    }

    public static UserException noList(String place, long line, String list) {
        return new UserException(place + ": the JSON object that begins in line " + line + " has no list \"" + list
                + "\", as the first has, so its rows cannot be told. Import it in a file of its own");
    }

    static UserException pages(String place, List<String> names, String page) {
        return new UserException(place + ": its rows do not hold "
                + names.stream().map(name -> "\"" + printable(name) + "\"").collect(Collectors.joining(", "))
                + " themselves, but in the page \"" + printable(page)
                + "\". Export the properties of the page as properties of the row");
    }

    static UserException unreadable(String place, IOException cause) {
        return new UserException(
                UserException.Kind.USER,
                "\"" + place + "\" cannot be read (" + reason(cause) + "); check that it exists and its permissions",
                cause);
    }

    public static UserException still(String place, long seconds) {
        return new UserException(
                UserException.Kind.RESOURCES,
                place + ": nothing of it could be read for " + seconds
                        + " seconds, so it was left out. Check the disk or the network it is on, and import it again");
    }

    /** Of an error that says nothing to a user, its kind helps whoever is asked. */
    public static UserException givenUp(String place, Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return new UserException(
                    UserException.Kind.RESOURCES,
                    place + ": memory ran out while it was read. Split it, or give the program more memory",
                    cause);
        }
        String message = cause.getMessage();
        return new UserException(
                UserException.Kind.USER,
                place + ": its content cannot be read (" + cause.getClass().getSimpleName()
                        + (message == null
                                ? ""
                                : ": " + message.lines().findFirst().orElse("")) + ")" + MAKE_AGAIN,
                cause);
    }

    private static String size(long bytes) {
        if (bytes % (1L << 30) == 0) {
            return (bytes >> 30) + " GiB";
        }
        return bytes % (1L << 20) == 0 ? (bytes >> 20) + " MiB" : bytes + " bytes";
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(200).forEach(symbol -> {
            if (Character.isISOControl(symbol)) {
                printable.append(String.format(java.util.Locale.ROOT, "\\u%04X", symbol));
            } else {
                printable.appendCodePoint(symbol);
            }
        });
        return printable.toString();
    }

    /** The messages of these are the path, which the user knows and a page should not show. */
    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "it is not there, or a link that leads nowhere";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission is missing";
        }
        if (cause instanceof FileSystemException problem) {
            return problem.getReason() == null ? "no reason is given" : problem.getReason();
        }
        return sentence(cause);
    }

    private static String sentence(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message.replaceFirst("\\.$", "");
    }
}
