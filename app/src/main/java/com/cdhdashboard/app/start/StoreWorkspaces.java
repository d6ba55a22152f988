package com.cdhdashboard.app.start;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.cli.ConfigurationSource;
import com.cdhdashboard.app.cli.ServerAddress;
import com.cdhdashboard.app.cli.Workspaces;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.ConfigurationPlace;
import com.cdhdashboard.app.imports.KeptUploads;
import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.app.sample.SampleSettings;
import com.cdhdashboard.app.security.AgentToken;
import com.cdhdashboard.app.security.SignIn;
import com.cdhdashboard.app.trial.Trials;
import com.cdhdashboard.app.view.Variants;
import com.cdhdashboard.app.web.ServerOptions;
import com.cdhdashboard.app.web.WebServer;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.ingest.Importer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Workspaces over stores on disk, and the server over some of them. */
final class StoreWorkspaces implements Workspaces {
    private final OpenNames names = new OpenNames();
    private final SampleSettings demo;

    StoreWorkspaces() {
        this(SampleSettings.defaults());
    }

    /** @param demo what demo data are made from */
    StoreWorkspaces(SampleSettings demo) {
        this.demo = demo;
    }

    @Override
    public LoadedConfiguration check(ConfigurationSource source) {
        return ConfigurationCheck.check(read(source));
    }

    private static LoadedConfiguration read(ConfigurationSource source) {
        if (source instanceof ConfigurationSource.File file) {
            return ConfigurationReader.read(file.path());
        }
        return source == ConfigurationSource.Packaged.DEMO
                ? ConfigurationReader.demo()
                : ConfigurationReader.defaults();
    }

    private static ConfigurationPlace place(ConfigurationSource source, Path data) {
        if (source instanceof ConfigurationSource.File file) {
            return ConfigurationPlace.ofFile(file.path(), data);
        }
        return ConfigurationPlace.packaged(
                source == ConfigurationSource.Packaged.DEMO ? "demo" : ConfigurationPlace.DEFAULT, data);
    }

    @Override
    public OpenWorkspace open(ConfigurationSource source, Path data) {
        ConfigurationPlace place = place(source, data);
        LoadedConfiguration loaded = ConfigurationCheck.check(
                place.source().map(ConfigurationReader::read).orElseGet(() -> read(source)));
        names.open(place, loaded.configuration().variant());
        Stores stores = Stores.of(loaded, data);
        LiveWorkspace live = new LiveWorkspace(StoreWorkspace.open(stores, stores.chosen(), ""));
        live.applyBy(new StoreApply(place, names, demo, loaded, live));
        Optional<Importer> due = Optional.of(new DemoData(stores, live.chosen(), demo))
                .filter(made -> stores.configured().demo() && !made.isCurrent())
                .map(made -> made);
        return new OpenStore(live, place, due, names);
    }

    @Override
    public Trials trials() {
        return new StoreTrials();
    }

    private record OpenStore(
            LiveWorkspace store, ConfigurationPlace place, Optional<Importer> demoData, OpenNames names)
            implements OpenWorkspace {
        @Override
        public Workspace workspace() {
            return store;
        }

        @Override
        public void close() {
            names.close(place);
            store.close();
        }
    }

    @Override
    public RunningServer serve(List<OpenWorkspace> open, ServerAddress address, Models models) {
        ServerOptions options = new ServerOptions(
                address.host(),
                address.port(),
                address.roots(),
                address.uploads(),
                ServerOptions.DEFAULT_MAX_UPLOAD_BYTES,
                address.discardUploads(),
                new SignIn(address.password(), new AgentToken(address.agentToken())),
                models);
        for (OpenWorkspace one : open) {
            one.workspace().keptUploads().ifPresent(KeptUploads::settleLeftovers);
            one.workspace().holdInMemory(open.size());
        }
        return new Serving(WebServer.start(
                new Variants(open.stream()
                        .map(one -> new Variants.Served(
                                open.size() == 1 ? Mount.ROOT : Mount.of(one.slug()),
                                one.workspace(),
                                Authoring.of("", one.workspace().apply(), one.place(), address.readOnly())))
                        .toList()),
                options));
    }

    /** A server that ends when it is closed or the process is told to end. */
    private static final class Serving implements RunningServer {
        private final WebServer server;
        private final CountDownLatch ended = new CountDownLatch(1);

        Serving(WebServer server) {
            this.server = server;
        }

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public void await() throws InterruptedException {
            ended.await();
        }

        @Override
        public void close() {
            server.close();
            ended.countDown();
        }
    }
}
