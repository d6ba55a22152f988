package com.cdhdashboard.app.endtoend;

import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the browser and the demo; both are slow to start, so all classes share them until the run ends. */
final class OnceForAll implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(OnceForAll.class);
    private static final List<Class<?>> KINDS = List.of(Chromium.class, Demo.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return KINDS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> kind = parameter.getParameter().getType();
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(kind, OnceForAll::start);
    }

    private static AutoCloseable start(Class<?> kind) {
        return kind == Chromium.class ? Chromium.start() : Demo.start();
    }
}
