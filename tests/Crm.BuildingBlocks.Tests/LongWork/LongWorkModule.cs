using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Tests.LongWork;

/// <summary>A module with nothing but long work.</summary>
internal sealed class LongWorkModule : IModule
{
    public const string ModuleName = "long-work";

    public static readonly Permission WriteGadgets = new("long-work.gadgets.write", new Phrase("Write gadgets", "编辑小物件"), IsScoped: true);

    public string Name => ModuleName;

    public void Describe(ModuleBuilder module) => module
        .Database<LongWorkDbContext>()
        .Operation<CountUp>(CountUp.Kind)
        .Import<GadgetImport>("long-work.gadgets", WriteGadgets)
        .Services(services => services.AddSingleton<IValidator<GadgetRow>, GadgetRowValidator>());

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

    public DbSet<Gadget> Gadgets => Set<Gadget>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Tally>().ToTable("Tallies").HasKey(t => new { t.OperationId, t.Number });
        GadgetImport.Map(model);
    }
}

internal sealed class SqliteLongWorkDbContext(DbContextOptions<SqliteLongWorkDbContext> options) : LongWorkDbContext(options);

internal sealed class PostgresLongWorkDbContext(DbContextOptions<PostgresLongWorkDbContext> options) : LongWorkDbContext(options);

internal sealed class SqlServerLongWorkDbContext(DbContextOptions<SqlServerLongWorkDbContext> options) : LongWorkDbContext(options);
