package org.entente.checks.interop;

import org.entente.node.TestHttps;
import org.entente.node.TestProvinces;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the two provinces over https, and a process of Node.js; both are started once for all of them. */
final class Interop implements ParameterResolver {
    /** What the tests share. */
    record Meeting(NodeJs node, TestProvinces provinces, Strangers strangers) implements AutoCloseable {
        static Meeting begin() {
            NodeJs node = NodeJs.start(TestHttps.authority());
            return new Meeting(node, new TestProvinces(TestHttps::settings), Strangers.start(node));
        }

        @Override
        public void close() {
            node.close();
            provinces.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Meeting.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Meeting.class, type -> Meeting.begin(), Meeting.class);
    }
}
