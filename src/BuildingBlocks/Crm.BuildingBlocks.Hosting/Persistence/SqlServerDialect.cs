using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public sealed partial class SqlServerDialect(string connectionString) : Dialect
{
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int UniqueIndex = 2601;
    private const int UniqueKey = 2627;

    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public override void Configure(DbContextOptionsBuilder options, string module) => options
        .UseSqlServer(connectionString, server => server.MigrationsHistoryTable("Migrations", Names.Schema(module)));

    public override bool IsUniqueViolation(DbException failure) => failure is SqlException { Number: UniqueIndex or UniqueKey };

    public override bool IsTransient(DbException failure) => failure is SqlException { Number: Deadlock or LockTimeout };

    public override bool IsAway(DbException failure) => failure is SqlException { Class: >= 20 } or SqlException { Number: 53 or 4060 or 40613 };

    [SuppressMessage("Security", "EF1002:Risk of vulnerability to SQL injection", Justification = "Only quoted names from the model are put into the text; values are parameters.")]
    public override IQueryable<TEntity> Locked<TEntity, TKey>(DbContext db, string keyProperty, IReadOnlyCollection<TKey> keys)
    {
        // A key list as JSON: one parameter, one plan. The hint locks exactly the rows it returns.
        var key = Column<TEntity>(db, keyProperty);
        var stored = Stored<TEntity, TKey>(db, keyProperty, keys);
        var json = System.Text.Json.JsonSerializer.Serialize(stored, stored.GetType());
        var type = stored.GetType() == typeof(Guid[]) ? "uniqueidentifier" : "nvarchar(200)";
        return db.Set<TEntity>()
            .FromSqlRaw($"SELECT * FROM {Table<TEntity>(db)} WITH (UPDLOCK, ROWLOCK) WHERE {key} IN (SELECT CAST([value] AS {type}) FROM OPENJSON({{0}}))", json)
            .IgnoreQueryFilters();
    }

    protected override string Quote(string name) => $"[{name}]";
}
