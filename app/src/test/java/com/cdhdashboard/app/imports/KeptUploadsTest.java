package com.cdhdashboard.app.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that stay, over an importer that remembers what it is told to. */
class KeptUploadsTest {
    /** SHA-256 of {@code 1}. */
    private static final String ONE = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";

    private static final ImportListener LISTENER = new ImportListener() {
        @Override
        public void progressed(ImportProgress progress) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @TempDir
    Path folder;

    private final Set<Path> known = new HashSet<>();
    private final List<ImportRequest> requests = new ArrayList<>();
    private Uploads uploads = new Uploads(Path.of("unused"), 1, new Random(1));
    private KeptUploads kept = new KeptUploads(Path.of("unused"), use -> {});

    @BeforeEach
    void prepare() {
        uploads = new Uploads(folder.resolve("uploads"), 10, new Random(1));
        kept = keptBy(use -> use.accept(known));
    }

    private KeptUploads keptBy(KeptUploads.Ledgers ledgers) {
        return new KeptUploads(folder.resolve("uploads/kept/ours"), ledgers);
    }

    private ImportSummary remember(ImportRequest request, ImportListener listener) {
        requests.add(request);
        known.addAll(request.paths());
        return new ImportSummary(List.of(), List.of("a note"), Optional.empty(), Duration.ZERO, false);
    }

    private ImportSummary run(Importer importer, Path... files) {
        return new UploadImport(kept.settlingAfter(importer), uploads, kept)
                .run(new ImportRequest(List.of(files), true, false), LISTENER);
    }

    private Path uploaded(String name, String content) {
        String batch = uploads.open();
        uploads.add(batch, name, new ByteArrayInputStream(content.getBytes(UTF_8)));
        return uploads.files(batch).get(0);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> paths = Files.walk(folder.resolve("uploads/kept/ours"))) {
            return paths.filter(Files::isRegularFile)
                    .map(path ->
                            folder.resolve("uploads/kept/ours").relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFileIsImportedFromWhereItStays() throws IOException {
        run(this::remember, uploaded("../../evil.json", "1"));
        Path place = folder.resolve("uploads/kept/ours").resolve(ONE).resolve("evil.json");
        assertThat(requests).containsExactly(new ImportRequest(List.of(place), true, false));
        assertThat(left()).containsExactly(ONE + "/evil.json");
        assertThat(kept.room()).isEqualTo(new KeptUploads.Room(1, 1));
    }

    @Test
    void whatNoStoreKnowsIsRemovedAlsoAfterAFailure() throws IOException {
        Path first = uploaded("a.json", "1");
        Path second = uploaded("a.json", "2");
        Importer failing = (request, listener) -> {
            known.add(request.paths().get(0));
            throw new UserException("the disk is full");
        };
        assertThatThrownBy(() -> run(failing, first, second)).hasMessage("the disk is full");
        assertThat(left()).containsExactly(ONE + "/a.json");
    }

    @Test
    void aFolderOfDataThatWasMovedLosesNothing() throws IOException {
        run(this::remember, uploaded("a.json", "1"));
        known.clear();
        known.add(Path.of("/elsewhere", ONE, "a.json"));
        run(this::remember, uploaded("b.json", "2"));
        assertThat(left()).hasSize(2).contains(ONE + "/a.json");
    }

    @Test
    void whereTheStoresCannotBeAskedAllStayUntilTheNextStart() throws IOException {
        KeptUploads asked = kept;
        kept = keptBy(use -> {
            throw new UserException("another import is running");
        });
        run((request, listener) -> remember(new ImportRequest(List.of(), false, false), listener), uploaded("a", "1"));
        kept.settleLeftovers();
        assertThat(left()).containsExactly(ONE + "/a", "unsettled");
        asked.settleLeftovers();
        assertThat(left()).isEmpty();
    }

    @Test
    void aStartAfterAnOrderlyEndDoesNotAskTheStores() {
        run(this::remember, uploaded("a.json", "1"));
        keptBy(use -> {
                    throw new AssertionError("asked");
                })
                .settleLeftovers();
        assertThat(kept.room().files()).isEqualTo(1);
    }

    @Test
    void withoutRoomAFileIsImportedAndNotKept() throws IOException {
        Path large = uploaded("large.json", "1");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(1L << 42);
        }
        assertThat(run(this::remember, large).notes()).containsExactly("a note", UploadImport.NO_ROOM);
        assertThat(requests).containsExactly(new ImportRequest(List.of(large), true, false));
        assertThat(left()).isEmpty();
    }

    @Test
    void theyAreCountedWhileAnImportEnds() throws Exception {
        Path own = folder.resolve("uploads/kept/ours");
        Path content = own.resolve(ONE);
        AtomicBoolean done = new AtomicBoolean();
        Thread imports = new Thread(() -> {
            while (!done.get()) {
                write(own.resolve("unsettled"));
                write(content.resolve("a.json"));
                for (Path gone : List.of(content.resolve("a.json"), content, own.resolve("unsettled"), own)) {
                    Uploads.deleteQuietly(gone);
                }
            }
        });
        imports.start();
        try {
            for (int i = 0; i < 5_000; i++) {
                assertThat(kept.room().files()).isBetween(0L, 1L);
            }
        } finally {
            done.set(true);
            imports.join();
        }
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(requireNonNull(file.getParent()));
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void allAreRemovedOnRequest() {
        run(this::remember, uploaded("a.json", "1"));
        kept.clear();
        assertThat(kept.room()).isEqualTo(new KeptUploads.Room(0, 0));
        assertThat(folder.resolve("uploads/kept/ours")).doesNotExist();
        run(this::remember, uploaded("a.json", "1"));
        assertThat(kept.room()).isEqualTo(new KeptUploads.Room(1, 1));
    }
}
