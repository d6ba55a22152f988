package com.cdhdashboard.app.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts outlive whatever happens, and nobody's change is lost unseen. */
class DraftsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path data;

    private Drafts drafts() {
        return new Drafts(data, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Path folder() {
        return data.resolve("drafts");
    }

    @Test
    void aDraftOutlivesARestart() {
        Draft begun = drafts().create("a = 1\r\n");
        assertThat(drafts().save(begun.id(), 1, "a = \"é😀\"")).isInstanceOf(Saving.Saved.class);
        assertThat(drafts().find(begun.id()))
                .hasValue(new Draft(begun.id(), "a = 1\r\n", "a = \"é😀\"", 2, NOON, NOON));
        drafts().remove(begun.id());
        assertThat(drafts().list()).isEmpty();
        assertThat(folder()).isEmptyDirectory();
        assertThat(drafts().save(begun.id(), 2, "")).isEqualTo(new Saving.Gone());
    }

    @Test
    void whoSavesAnOldRevisionIsTold() {
        Drafts drafts = drafts();
        Draft begun = drafts.create("");
        drafts.save(begun.id(), 1, "mine");
        Draft current = drafts.find(begun.id()).orElseThrow();
        assertThat(drafts.save(begun.id(), 1, "theirs")).isEqualTo(new Saving.Outdated(current));
        assertThat(drafts.find(begun.id()).orElseThrow().text()).isEqualTo("mine");
    }

    @Test
    void ofManyWhoSaveTheSameRevisionOneDoes() throws Exception {
        Drafts drafts = drafts();
        String id = drafts.create("").id();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Saving>> savings = new ArrayList<>();
            for (int editor = 0; editor < 8; editor++) {
                String text = "by " + editor;
                savings.add(threads.submit(() -> drafts.save(id, 1, text)));
            }
            int saved = 0;
            for (Future<Saving> saving : savings) {
                saved += saving.get() instanceof Saving.Saved ? 1 : 0;
            }
            assertThat(saved).isEqualTo(1);
            assertThat(drafts.find(id).orElseThrow().revision()).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anEqualTextIsNoNewRevision() {
        Drafts drafts = drafts();
        Draft begun = drafts.create("x");
        assertThat(drafts.save(begun.id(), 1, "x")).isEqualTo(new Saving.Saved(begun));
    }

    @Test
    void aDraftCanTakeInWhatOthersApplied() {
        Drafts drafts = drafts();
        String id = drafts.create("base").id();
        drafts.rebase(id, 1, "theirs", "theirs and mine");
        Draft rebased = drafts().find(id).orElseThrow();
        assertThat(rebased.base()).isEqualTo("theirs");
        assertThat(rebased.text()).isEqualTo("theirs and mine");
        assertThat(rebased.baseHash()).isEqualTo(TextHash.of("theirs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../history/1",
                "00000000000000000000000000000000/..",
                "0000000000000000000000000000000A",
                "000000000000000000000000000000000",
                "00000000000000000000000000000000\n"
            })
    void noNameLeavesTheFolder(String id) throws IOException {
        Files.createDirectories(folder());
        Path outside = Files.writeString(data.resolve("kept.toml"), "kept");
        Drafts drafts = drafts();
        assertThat(drafts.find(id)).isEmpty();
        assertThat(drafts.save(id, 1, "x")).isEqualTo(new Saving.Gone());
        drafts.remove(id);
        assertThat(outside).hasContent("kept");
    }

    @Test
    void whatIsDamagedOrForeignIsPassedOver() throws IOException {
        Drafts drafts = drafts();
        Draft good = drafts.create("good");
        Draft facts = drafts.create("x");
        Draft text = drafts.create("x");
        Draft base = drafts.create("x");
        Draft link = drafts.create("x");
        Files.writeString(folder().resolve(facts.id() + ".json"), "{\"created\": \"soon\"");
        Files.write(folder().resolve(text.id() + ".toml"), new byte[] {(byte) 0xFF});
        Files.delete(folder().resolve(base.id() + ".base.toml"));
        Path linked = folder().resolve(link.id() + ".toml");
        Files.delete(linked);
        Files.createSymbolicLink(linked, Files.writeString(data.resolve("secret"), "secret"));
        Files.writeString(folder().resolve("notes.txt"), "");
        Files.createDirectory(folder().resolve("00000000000000000000000000000000.toml"));
        assertThat(drafts().list()).containsExactly(good);
    }

    @Test
    void aDraftWhoseWritingWasCutShortIsReadAsChanged() throws IOException {
        String id = drafts().create("before").id();
        Files.writeString(folder().resolve(id + ".toml"), "after");
        Files.writeString(folder().resolve("." + id + ".json.1" + WholeFile.UNFINISHED), "{");
        Draft found = drafts().find(id).orElseThrow();
        assertThat(found.text()).isEqualTo("after");
        assertThat(found.revision()).isEqualTo(2);
        assertThat(drafts().save(id, 2, "last")).isInstanceOf(Saving.Saved.class);
        assertThat(drafts().find(id).orElseThrow().revision()).isEqualTo(3);
        try (var files = Files.list(folder())) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void tooLargeATextIsRefused() {
        Drafts drafts = drafts();
        Draft draft = drafts.create("");
        String large = "é".repeat(TextFolder.MOST_BYTES / 2) + "x";
        assertThatThrownBy(() -> drafts.save(draft.id(), 1, large))
                .isInstanceOf(UserException.class)
                .hasMessage("the configuration has 4194305 bytes; at most 4194304 are kept, so shorten it or edit it"
                        + " as a file");
        assertThat(drafts.find(draft.id())).hasValue(draft);
    }

    @Test
    void whatNoFileCanHoldIsReplacedAtOnce() {
        Drafts drafts = drafts();
        String id = drafts.create("a\uD800").id();
        assertThat(drafts.find(id).orElseThrow().text()).isEqualTo("a?");
        assertThat(drafts.find(id).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void theDraftsThatWereNotTouchedForLongestGiveWay() {
        List<String> ids = new ArrayList<>();
        for (int minute = 0; minute < Drafts.MOST_DRAFTS + 2; minute++) {
            Clock then = Clock.fixed(NOON.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
            ids.add(new Drafts(data, then).create("").id());
        }
        assertThat(drafts().list()).hasSize(Drafts.MOST_DRAFTS);
        assertThat(drafts().find(ids.get(1))).isEmpty();
        assertThat(drafts().find(ids.get(2))).isPresent();
    }

    /** A program that saves long texts of one letter each until it is killed. */
    static final class Saver {
        private Saver() {}

        public static void main(String[] args) {
            Drafts drafts = new Drafts(Path.of(args[0]), Clock.systemUTC());
            long revision = drafts.find(args[1]).orElseThrow().revision();
            for (int letter = 0; ; letter = (letter + 1) % 26) {
                String text = String.valueOf((char) ('a' + letter)).repeat(200_000 + letter);
                if (!(drafts.save(args[1], revision, text) instanceof Saving.Saved saved)) {
                    throw new IllegalStateException("not saved");
                }
                revision = saved.draft().revision();
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    @Test
    void aKillAtAnyMomentLeavesTheOldOrTheNewText() throws Exception {
        Random random = new Random(4);
        String id = drafts().create("first").id();
        for (int kill = 0; kill < 4; kill++) {
            Process saver = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Saver.class.getName(),
                            data.toString(),
                            id)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                assertThat(saver.getInputStream().read()).isEqualTo('.');
                Thread.sleep(random.nextInt(60));
            } finally {
                saver.destroyForcibly().waitFor();
            }
            Draft found = drafts().find(id).orElseThrow();
            char letter = found.text().charAt(0);
            assertThat(found.text().getBytes(UTF_8).length).isEqualTo(200_000 + letter - 'a');
            assertThat(found.text().chars()).allMatch(c -> c == letter);
            assertThat(found.base()).isEqualTo("first");
        }
    }
}
