using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public abstract partial class Dialect
{
    /// <summary>Makes the schema if it is missing and the database knows schemas.</summary>
    public virtual Task EnsureSchema(DbContext db, string schema, CancellationToken ct) => db.Database.ExecuteSqlRawAsync(EnsureSchemaSql(schema), ct);

    protected virtual string EnsureSchemaSql(string schema) => $"CREATE SCHEMA IF NOT EXISTS {Quote(schema)}";
}

public sealed partial class SqliteDialect
{
    public override Task EnsureSchema(DbContext db, string schema, CancellationToken ct) => Task.CompletedTask;
}

public sealed partial class SqlServerDialect
{
    // CREATE SCHEMA must be alone in its batch, which EXEC gives it.
    protected override string EnsureSchemaSql(string schema) => $"IF SCHEMA_ID('{schema}') IS NULL EXEC('CREATE SCHEMA {Quote(schema)}')";
}
