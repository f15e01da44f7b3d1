package org.entente.node;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.entente.names.Name;
import org.entente.protocols.Base64Url;

/** What is shipped: the code that lies beside a class of each of its modules, wherever the build put it. No tests, no checks. */
public final class TheProduct implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return Stream.of(NodeApplication.class, Base64Url.class, Name.class)
                .anyMatch(type -> location.contains(origin(type)));
    }

    private static String origin(Class<?> type) {
        try {
            return type.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .getPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
