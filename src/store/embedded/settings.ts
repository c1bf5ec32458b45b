/** What Postgres is told at each start. `durable: false` is for tests only: it may lose data when the machine stops. */
export function settings(port: number, durable: boolean, connections: number): string {
  const lines: Record<string, string | number> = {
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    port,
    max_connections: connections,
    password_encryption: "'scram-sha-256'",
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    // A small machine and one program: little memory, no copies of the log for other servers.
    shared_buffers: "'32MB'",
    huge_pages: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: "'256MB'",
    min_wal_size: "'32MB'",
    autovacuum_max_workers: 2,
    max_parallel_workers_per_gather: 0,
    jit: 'off',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    datestyle: "'iso, ymd'",
    lc_messages: "'C'",
    default_text_search_config: "'pg_catalog.simple'",
    // Errors of statements carry people's data; whoever sent the statement is told, the log is not.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  const written = Object.entries(lines).map(([name, value]) => `${name} = ${value}`);
  return ['# Written by Birge at every start; own settings belong into postgresql.auto.conf.', ...written, ''].join(
    '\n',
  );
}

/** Everybody shows a password, also on the machine itself. */
export const hostRules = 'host all all 127.0.0.1/32 scram-sha-256\n';
