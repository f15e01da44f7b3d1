package org.entente.node;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;

/** What Spring reads in the class files of a node is the same for all nodes of a process: a quarter of what a start takes. */
final class ClassesReadOnce implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final String NAME = "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory";
    private static final CachingMetadataReaderFactory CLASSES = new Lasting();

    /** The context's reader of class files, which Boot would make for it alone, is that of all. */
    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBeanDefinition(
                NAME,
                BeanDefinitionBuilder.rootBeanDefinition(CachingMetadataReaderFactory.class, () -> CLASSES)
                        .getBeanDefinition());
    }

    /** Does not forget when one node has started. */
    private static final class Lasting extends CachingMetadataReaderFactory {
        Lasting() {
            setCacheLimit(10_000);
        }

        @Override
        public void clearCache() {}
    }
}
