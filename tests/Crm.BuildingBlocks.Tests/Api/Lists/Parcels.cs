using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Tests.Api.Lists;

public readonly record struct ParcelId(Guid Value) : ITypedId;

public readonly record struct PartnerId(Guid Value) : ITypedId;

public enum ParcelState
{
    Packed,
    OnTheWay,
    Delivered,
}

public sealed class Partner
{
    public PartnerId Id { get; init; }

    public required string Name { get; init; }

    public string TaxId { get; init; } = "";

    public PartnerId? ParentId { get; init; }
}

/// <summary>A made-up resource with every type of field that lists know.</summary>
public sealed class Parcel
{
    public ParcelId Id { get; init; }

    public required string Number { get; init; }

    public string? Note { get; init; }

    public int Pieces { get; init; }

    public long? Meters { get; init; }

    public decimal Weight { get; init; }

    public decimal? Price { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateOnly Due { get; init; }

    public DateOnly? Paid { get; init; }

    public ParcelState State { get; init; }

    public ParcelState? Before { get; init; }

    public bool IsFragile { get; init; }

    public PartnerId? ReceiverId { get; init; }

    public Partner? Receiver { get; init; }
}

public sealed record PartnerRow(Guid Id, string Name, string TaxId, Guid? ParentId);

public sealed record Size(decimal Weight, int Pieces);

public sealed record ParcelRow(Guid Id, string Number, string? Note, Size Size, decimal? Price, DateTimeOffset SentAt, ParcelState State, Guid? ReceiverId);

public sealed class Depot(DbContextOptions<Depot> options) : DbContext(options)
{
    public DbSet<Parcel> Parcels => Set<Parcel>();

    public DbSet<Partner> Partners => Set<Partner>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<string>().HaveMaxLength(200);
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<ParcelId>().HaveConversion<TypedIdConverter<ParcelId>>();
        conventions.Properties<PartnerId>().HaveConversion<TypedIdConverter<PartnerId>>();
        if (Database.IsSqlite())
        {
            conventions.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
            conventions.Properties<decimal>().HaveConversion<AmountConverter>();
        }
        else
        {
            conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
            conventions.Properties<decimal>().HavePrecision(19, 4);
        }
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        if (Database.IsSqlite()) model.Entity<Parcel>().Property(p => p.Weight).HasConversion<ExactConverter>();
    }

    public static Depot On(DatabaseProvider provider, string connectionString)
    {
        var options = new DbContextOptionsBuilder<Depot>();
        _ = provider switch
        {
            DatabaseProvider.Sqlite => options.UseSqlite(Taught(connectionString)),
            DatabaseProvider.Postgres => options.UseNpgsql(connectionString),
            _ => options.UseSqlServer(connectionString),
        };
        return new Depot(options.Options);
    }

    private static SqliteConnection Taught(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        TextMatch.TeachCase(connection);
        return connection;
    }
}

internal static class ParcelList
{
    public static readonly ListSpec<Partner, PartnerRow> Partners = new ListSpec<Partner, PartnerRow>("partners")
        .Field("name", p => p.Name)
        .Field("taxId", p => p.TaxId)
        .Key(p => p.Id)
        .Select(p => new PartnerRow(p.Id.Value, p.Name, p.TaxId, p.ParentId == null ? null : p.ParentId.Value.Value))
        .Expand("parent", p => p.ParentId, () => Partners!, services => ((Depot)services.GetService(typeof(Depot))!).Partners);

    public static readonly ListSpec<Parcel, ParcelRow> Spec = new ListSpec<Parcel, ParcelRow>("parcels")
        .Field("id", p => p.Id)
        .Field("number", p => p.Number)
        .Field("note", p => p.Note)
        .Field("pieces", p => p.Pieces)
        .Field("meters", p => p.Meters)
        .Field("size.weight", p => p.Weight)
        .Field("price", p => p.Price)
        .Field("sentAt", p => p.SentAt)
        .Field("deliveredAt", p => p.DeliveredAt)
        .Field("due", p => p.Due)
        .Field("paid", p => p.Paid)
        .Field("state", p => p.State)
        .Field("before", p => p.Before)
        .Field("isFragile", p => p.IsFragile)
        .Field("receiverId", p => p.ReceiverId, sortable: false)
        .Field("receiver.name", p => p.Receiver!.Name)
        .SearchIn("number", "note")
        .DefaultSort("-sentAt")
        .Key(p => p.Id)
        .Expand("receiver", p => p.ReceiverId, () => Partners, services => ((Depot)services.GetService(typeof(Depot))!).Partners)
        .Select(p => new ParcelRow(
            p.Id.Value, p.Number, p.Note, new Size(p.Weight, p.Pieces), p.Price, p.SentAt, p.State, p.ReceiverId == null ? null : p.ReceiverId.Value.Value));
}
