using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Persistence;

public sealed class ModelTests
{
    private const int LargestKey = 900;
    private const int LargestIndex = 1700;
    private const int MostParameters = 2100;

    public static TheoryData<string> Contexts => AllContexts.Names;

    public static TheoryData<string> SqlServerContexts => AllContexts.OfSqlServer;

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Every_model_has_its_migrations(string context)
    {
        using var db = AllContexts.Build(context);

        db.Database.HasPendingModelChanges().ShouldBeFalse($"./migrate.sh adds what {context} lacks.");
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_model_that_differs_from_its_migrations_would_be_noticed(string context)
    {
        using var db = AllContexts.Build(context);
        var snapshot = db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;

        var differences = db.GetService<IMigrationsModelDiffer>().HasDifferences(
            source: null, db.GetService<IModelRuntimeInitializer>().Initialize(snapshot).GetRelationalModel());

        differences.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void However_many_units_a_caller_reaches_the_statement_is_the_same(string context)
    {
        using var db = AllContexts.Build(context);

        foreach (var owned in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(IOwned))))
        {
            var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(owned).Invoke(db, null)!;

            var statement = rows.IgnoreAutoIncludes().Select(_ => 1).ToQueryString();
            new[] { "json_each(", "OPENJSON(", "= ANY (" }.ShouldContain(asOneParameter => statement.Contains(asOneParameter), statement);
        }
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Some_rows_of_many_are_refused_where_nothing_says_which(string context)
    {
        using var db = AllContexts.Build(context);

        Should.Throw<InvalidOperationException>(() => db.Outbox.Take(1).ToQueryString()).Message.ShouldContain("RowLimitingOperationWithoutOrderByWarning");
        Should.Throw<InvalidOperationException>(() => db.Outbox.First()).Message.ShouldContain("FirstWithoutOrderByAndFilterWarning");
        db.Outbox.OrderBy(m => m.Position).Take(1).ToQueryString().ShouldContain("Position");
    }

    [Theory]
    [MemberData(nameof(SqlServerContexts))]
    public void Sql_server_accepts_every_key_and_index(string context)
    {
        using var db = AllContexts.Build(context);
        var tooLarge = new List<string>();
        foreach (var type in db.GetService<IDesignTimeModel>().Model.GetEntityTypes())
        {
            foreach (var key in type.GetKeys().Where(k => Bytes(k.Properties) > LargestKey)) tooLarge.Add($"{type.DisplayName()} key {Names(key.Properties)}");
            foreach (var index in type.GetIndexes().Where(i => Bytes(i.Properties) > LargestIndex)) tooLarge.Add($"{type.DisplayName()} index {Names(index.Properties)}");
        }

        tooLarge.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SqlServerContexts))]
    public void Sql_server_finds_one_cascade_path_between_two_tables(string context)
    {
        using var db = AllContexts.Build(context);
        var cascades = db.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys())
            .Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .ToLookup(f => f.PrincipalEntityType.GetSchemaQualifiedTableName(), f => f.DeclaringEntityType.GetSchemaQualifiedTableName());

        foreach (var start in cascades.Select(g => g.Key))
        {
            var reached = Reached(start, cascades).ToList();
            reached.Count.ShouldBe(reached.Distinct().Count(), $"{start} reaches a table by two cascades.");
        }
    }

    [Theory]
    [MemberData(nameof(SqlServerContexts))]
    public void Sql_server_gets_its_schema_as_one_script(string context)
    {
        using var db = AllContexts.Build(context);

        var script = db.Database.GenerateCreateScript();

        script.ShouldContain($"CREATE SCHEMA [{Crm.BuildingBlocks.Hosting.Persistence.Names.Schema(db.Module)}]");
        db.Model.GetEntityTypes().Max(t => t.GetProperties().Count()).ShouldBeLessThan(MostParameters);
    }

    private static IEnumerable<string?> Reached(string? start, ILookup<string?, string?> cascades) =>
        cascades[start].Where(next => next != start).SelectMany(next => Reached(next, cascades).Prepend(next));

    // nvarchar takes two bytes a character; a text without a limit cannot be indexed at all.
    private static int Bytes(IEnumerable<IReadOnlyProperty> properties) => properties.Sum(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) switch
    {
        _ when p.GetRelationalTypeMapping().ClrType == typeof(string) || p.GetProviderClrType() == typeof(string) || p.ClrType == typeof(string) =>
            p.GetMaxLength() is { } length ? length * (p.IsUnicode() == false ? 1 : 2) : int.MaxValue / 64,
        var type when type == typeof(Guid) => 16,
        _ => 10,
    });

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(", ", properties.Select(p => p.Name));
}
