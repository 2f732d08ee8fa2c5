using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Tests.LongWork;

/// <summary>A module with nothing but long work.</summary>
internal sealed class LongWorkModule : IModule
{
    public const string ModuleName = "long-work";

    public string Name => ModuleName;

    public void Describe(ModuleBuilder module) => module
        .Database<LongWorkDbContext>()
        .Operation<CountUp>(CountUp.Kind);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}

/// <summary>One number that was counted; counting it twice violates its key.</summary>
internal sealed class Tally
{
    public required Guid OperationId { get; init; }

    public required int Number { get; init; }

    public required Guid CallerId { get; init; }
}

internal abstract class LongWorkDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public DbSet<Tally> Tallies => Set<Tally>();

    protected override void Map(ModelBuilder model) =>
        model.Entity<Tally>().ToTable("Tallies").HasKey(t => new { t.OperationId, t.Number });
}

internal sealed class SqliteLongWorkDbContext(DbContextOptions<SqliteLongWorkDbContext> options) : LongWorkDbContext(options);

internal sealed class PostgresLongWorkDbContext(DbContextOptions<PostgresLongWorkDbContext> options) : LongWorkDbContext(options);

internal sealed class SqlServerLongWorkDbContext(DbContextOptions<SqlServerLongWorkDbContext> options) : LongWorkDbContext(options);
