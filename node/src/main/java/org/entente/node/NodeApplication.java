package org.entente.node;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.CryptoProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.Modulithic;

/** One government's installation, or the council's directory, or a wallet: what is common to all roles. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Modulithic(systemName = "Entente")
@EnableAutoConfiguration
@EnableConfigurationProperties({NodeSettings.class, DatabaseSettings.class, OutgoingSettings.class})
@Import(Rooms.class)
public class NodeApplication {
    @Bean
    NodeIdentity nodeIdentity(NodeSettings settings) {
        return settings.identity();
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    /** Every random number of the node; made after the choice of who computes, so that the choice holds for it too. */
    @Bean
    SecureRandom secureRandom() {
        CryptoProvider.install();
        return new SecureRandom();
    }

    @Bean
    Secrets secrets(SecureRandom random) {
        return new Secrets(random);
    }

    /** The TLS of every client of this node. */
    @Bean
    SSLContext outgoing(OutgoingSettings settings) {
        return settings.tls();
    }

    @Bean
    Jobs jobs(DataSource database, ObjectProvider<RecurringTask<Void>> tasks) {
        return new Jobs(database, tasks.orderedStream().toList());
    }

    /** The node's database, every open room's schema brought up to date before anyone sees it. */
    @Bean(destroyMethod = "close")
    DataSource dataSource(DatabaseSettings settings, NodeSettings node) {
        var pool = settings.pool();
        new Migrations(pool).apply(Rooms.of(node.role()));
        return pool;
    }

    /** HTTP/2 under TLS only: on a plain connection that is upgraded to it, an answer of more than 64 KiB stalls. */
    @Bean
    WebServerFactoryCustomizer<AbstractConfigurableWebServerFactory> http2UnderTlsOnly() {
        return server -> {
            if (server.getSsl() == null) {
                server.setHttp2(null);
            }
        };
    }
}
