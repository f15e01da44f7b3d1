package org.entente.node;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.entente.node.kernel.Role;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Opens the rooms of this node's role, and no others: what is not open has no route, no table, no job. */
final class Rooms implements ImportBeanDefinitionRegistrar {
    private static final List<String> EVERYWHERE =
            List.of("keys", "limits", "web", "journal", "people", "signin", "home");
    private static final List<String> BETWEEN_GOVERNMENTS = List.of("frontier", "trust");
    private static final List<String> OF_A_GOVERNMENT =
            List.of("agreements", "names", "registers", "issuance", "verification", "services");
    private static final List<String> OF_A_WALLET = List.of("wallet");

    private final Environment environment;
    private final BeanFactory beans;

    Rooms(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = beans;
    }

    /** The rooms of a role, lower ones first. */
    static List<String> of(Role role) {
        return switch (role) {
            case GOVERNMENT ->
                Stream.of(EVERYWHERE, BETWEEN_GOVERNMENTS, OF_A_GOVERNMENT)
                        .flatMap(List::stream)
                        .toList();
            case DIRECTORY ->
                Stream.of(EVERYWHERE, BETWEEN_GOVERNMENTS).flatMap(List::stream).toList();
            case WALLET ->
                Stream.of(EVERYWHERE, OF_A_WALLET).flatMap(List::stream).toList();
        };
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        Role role = Role.valueOf(
                environment.getRequiredProperty("entente.node.role").toUpperCase(Locale.ROOT));
        var scanner = new ClassPathBeanDefinitionScanner(registry, true, environment);
        scanner.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        scanner.setMetadataReaderFactory(beans.getBean(MetadataReaderFactory.class));
        String house = NodeApplication.class.getPackageName();
        scanner.scan(of(role).stream().map(room -> house + "." + room).toArray(String[]::new));
    }
}
