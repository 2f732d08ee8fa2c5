using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Credit;
using Crm.Customers.Domain.Fields;
using Crm.Customers.Domain.Tags;
using Crm.Customers.Domain.Territories;
using Crm.Customers.Persistence.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

/// <summary>The customers schema.</summary>
public abstract partial class CustomersDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    internal DbSet<Customer> Customers => Set<Customer>();

    internal DbSet<LedCustomer> LedCustomers => Set<LedCustomer>();

    internal DbSet<SearchToken> SearchTokens => Set<SearchToken>();

    internal DbSet<CustomerTag> Tags => Set<CustomerTag>();

    internal DbSet<CustomField> CustomFields => Set<CustomField>();

    internal DbSet<FieldValue> FieldValues => Set<FieldValue>();

    internal DbSet<Territory> Territories => Set<Territory>();

    internal DbSet<TerritoryWithin> TerritoriesWithin => Set<TerritoryWithin>();

    internal DbSet<CreditTerms> CreditTerms => Set<CreditTerms>();

    protected override void Map(ModelBuilder model)
    {
        CustomerMapping.Map(model);
        LedCustomer.Map(model);
        Dialect.IndexParts<Customer>(model, model.Entity<Customer>(), c => new { c.Name, c.Id }, c => c.SearchText);
        OpportunityMapping.Map(model);
        ProcessMapping.Map(model);
        PoolMapping.Map(model);
        LimitToCustomers(model);
        FieldMapping.Map(model);
        TerritoryMapping.Map(model);
        CreditMapping.Map(model);
        FiguresMapping.Map(model);
        DuplicatesMapping.Map(model);
        MergingMapping.Map(model);
        SegmentsMapping.Map(model);
        ActivityMapping.Map(model);
        ExportsMapping.Map(model);
        PrivacyMapping.Map(model);
        QualityTables.Map(model);
        CaseMapping.Map(model);
        OpinionMapping.Map(model);
        model.MapImportMemory();
    }

    protected override async Task BeforeSave(IEnumerable<AggregateRoot> changed, CancellationToken ct)
    {
        var customers = changed.OfType<Customer>().ToList();
        await this.KeepTags(customers, ct);
        await this.KeepProfiles(customers, ct);
        AddRange(customers.Select(c => new QualityDue(c.Key)));
    }
}

public sealed class SqliteCustomersDbContext(DbContextOptions<SqliteCustomersDbContext> options) : CustomersDbContext(options);

public sealed class PostgresCustomersDbContext(DbContextOptions<PostgresCustomersDbContext> options) : CustomersDbContext(options);

public sealed class SqlServerCustomersDbContext(DbContextOptions<SqlServerCustomersDbContext> options) : CustomersDbContext(options);
