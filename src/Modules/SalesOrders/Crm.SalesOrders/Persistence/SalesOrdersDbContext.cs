using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.SalesOrders.Domain.Notes;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Domain.Warehousing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Persistence;

/// <summary>Products, stock and orders, with copies of the customers and people they concern.</summary>
public abstract partial class SalesOrdersDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    internal DbSet<Product> Products => Set<Product>();

    internal DbSet<ProductCost> ProductCosts => Set<ProductCost>();

    internal DbSet<Category> Categories => Set<Category>();

    internal DbSet<UnitOfMeasure> UnitsOfMeasure => Set<UnitOfMeasure>();

    internal DbSet<Channel> Channels => Set<Channel>();

    internal DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();

    internal DbSet<StockLevel> StockLevels => Set<StockLevel>();

    internal DbSet<StockMovement> StockMovements => Set<StockMovement>();

    internal DbSet<Warehouse> Warehouses => Set<Warehouse>();

    internal DbSet<Reservation> Reservations => Set<Reservation>();

    internal DbSet<StockTransfer> StockTransfers => Set<StockTransfer>();

    internal DbSet<StockCount> StockCounts => Set<StockCount>();

    internal DbSet<Supplier> Suppliers => Set<Supplier>();

    internal DbSet<SupplyOrder> SupplyOrders => Set<SupplyOrder>();

    internal DbSet<ReplenishmentRule> ReplenishmentRules => Set<ReplenishmentRule>();

    internal DbSet<Order> Orders => Set<Order>();

    /// <summary>
    /// A customer of whom the caller sees what it owes and has, and all that were found to be the same: the unit of the survivor is reached, or
    /// an order of any of them.
    /// </summary>
    /// <exception cref="ResourceNotFound">None of that is reached.</exception>
    internal async Task<List<Guid>> ReachedFamily(Guid customer, CancellationToken ct)
    {
        var (family, orders, units) = (await this.Family(customer, ct), Orders, ReachedUnits);
        var survivor = CustomerCopies.Where(c => c.Id == EF.Parameter(family[0]));
        var reached = ReachesAll
            ? survivor
            : survivor.Where(c => (c.UnitId != null && EF.Parameter(units).Contains(c.UnitId.Value)) || orders.Any(o => EF.Parameter(family).Contains(o.CustomerId)));
        return await reached.AnyAsync(ct) ? family : throw new ResourceNotFound("customer", customer.ToString());
    }

    internal DbSet<OrderLine> OrderLines => Set<OrderLine>();

    internal DbSet<OrderRef> OrderRefs => Set<OrderRef>();

    internal DbSet<OrderNote> OrderNotes => Set<OrderNote>();

    internal DbSet<Shipment> Shipments => Set<Shipment>();

    internal DbSet<OrderChange> OrderChanges => Set<OrderChange>();

    internal DbSet<Acceptance> Acceptances => Set<Acceptance>();

    internal DbSet<Payment> Payments => Set<Payment>();

    internal DbSet<PaymentEntry> PaymentEntries => Set<PaymentEntry>();

    internal DbSet<ProviderEvent> ProviderEvents => Set<ProviderEvent>();

    internal DbSet<Refund> Refunds => Set<Refund>();

    internal DbSet<ApprovalRule> ApprovalRules => Set<ApprovalRule>();

    internal DbSet<Hold> Holds => Set<Hold>();

    internal DbSet<OrderRevision> OrderRevisions => Set<OrderRevision>();

    internal DbSet<GoodsReturn> Returns => Set<GoodsReturn>();

    internal DbSet<Invoice> Invoices => Set<Invoice>();

    internal DbSet<CreditTerms> CreditTerms => Set<CreditTerms>();

    internal DbSet<ToldExposure> ToldExposures => Set<ToldExposure>();

    internal DbSet<BillingContact> BillingContacts => Set<BillingContact>();

    internal DbSet<ReminderLevel> ReminderLevels => Set<ReminderLevel>();

    internal DbSet<Reminder> Reminders => Set<Reminder>();

    internal DbSet<ReminderFee> ReminderFees => Set<ReminderFee>();

    internal DbSet<Account> Accounts => Set<Account>();

    internal DbSet<Books> Books => Set<Books>();

    internal DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();

    internal DbSet<WriteOff> WriteOffs => Set<WriteOff>();

    internal DbSet<LoyaltyProgram> LoyaltyPrograms => Set<LoyaltyProgram>();

    internal DbSet<PointsAccount> PointsAccounts => Set<PointsAccount>();

    internal DbSet<PointsEntry> PointsEntries => Set<PointsEntry>();

    internal DbSet<PointsDue> PointsDue => Set<PointsDue>();

    internal DbSet<CustomerCopy> CustomerCopies => Set<CustomerCopy>();

    internal DbSet<PersonCopy> PersonCopies => Set<PersonCopy>();

    internal DbSet<PricePublication> PricePublications => Set<PricePublication>();

    internal DbSet<PromotionUse> PromotionUses => Set<PromotionUse>();

    internal DbSet<PriceTrace> PriceTraces => Set<PriceTrace>();

    internal DbSet<PublicationPart> PublicationParts => Set<PublicationPart>();

    internal DbSet<PriceSuspension> PriceSuspensions => Set<PriceSuspension>();

    internal DbSet<IssuedVouchers> IssuedVouchers => Set<IssuedVouchers>();

    internal DbSet<WithdrawnVoucher> WithdrawnVouchers => Set<WithdrawnVoucher>();

    internal DbSet<SegmentList> SegmentLists => Set<SegmentList>();

    internal DbSet<SegmentMember> SegmentMembers => Set<SegmentMember>();

    internal DbSet<TerritoryCopy> TerritoryCopies => Set<TerritoryCopy>();

    internal DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    /// <summary>The stock of these products in one warehouse, locked in the order of the products until the end of the transaction.</summary>
    internal async Task<LockedStock> LockStock(IEnumerable<ProductId> products, string warehouse, CancellationToken ct)
    {
        var wanted = products.ToHashSet();
        return new LockedStock(wanted, await LockLevels([.. wanted], ct), warehouse);
    }

    /// <summary>The stock of these products in every warehouse, locked in the order of the products until the end of the transaction.</summary>
    internal Task<List<StockLevel>> LockLevels(List<ProductId> products, CancellationToken ct) =>
        Dialect.Locked<StockLevel, ProductId>(this, nameof(StockLevel.ProductId), products).ToListAsync(ct);

    /// <inheritdoc cref="LockStock(IEnumerable{ProductId}, string, CancellationToken)"/>
    internal Task<LockedStock> LockStock(Order order, CancellationToken ct) => LockStock(order.Lines.Select(l => l.ProductId), order.Warehouse, ct);

    /// <summary>The order with all its holds, to be changed.</summary>
    internal async Task<Order> OrderWithHolds(Guid id, CancellationToken ct)
    {
        var order = await ForChange<Order, OrderId>(new OrderId(id), ct);
        await Entry(order).Collection(o => o.Holds).LoadAsync(ct);
        return order;
    }

    protected override async Task BeforeSave(IEnumerable<AggregateRoot> changed, CancellationToken ct)
    {
        var orders = changed.OfType<Order>().ToList();
        await NotePointsDue(orders, ct);
        AddRange(changed.OfType<Product>().Select(p => new QualityDue(p.Key)));
        var documents = orders.SelectMany(PostedDocument.Of).Concat(changed.OfType<ReminderFee>().SelectMany(PostedDocument.Of)).ToList();
        if (documents.Count > 0) await this.Post(documents, ct);
    }

    private async Task NotePointsDue(List<Order> orders, CancellationToken ct)
    {
        var due = orders.Where(o => Domain.Loyalty.PointsDue.IsLeftBy(o, Entry(o).Property(x => x.State).OriginalValue)).ToList();
        if (due.Count > 0 && await LoyaltyPrograms.AnyAsync(ct)) PointsDue.AddRange(due.Select(o => new PointsDue(o)));
    }

    protected override void Map(ModelBuilder model)
    {
        ApprovalMapping.Map(model);
        CatalogueMapping.Map(model);
        StockMapping.Map(model);
        WarehousingMapping.Map(model);
        SupplyMapping.Map(model);
        OrderMapping.Map(model);
        OrderChangeMapping.Map(model);
        NoteMapping.Map(model);
        MoneyMapping.Map(model);
        DocumentMapping.Map(model);
        CreditMapping.Map(model);
        DunningMapping.Map(model);
        AccountingMapping.Map(model);
        LoyaltyMapping.Map(model);
        CopyMapping.Map(model);
        PriceMapping.Map(model);
        PlannedPriceMapping.Map(model);
        BuyerMapping.Map(model);
        model.MapQuality();
        ChannelMapping.Map(model);
        LimitDocuments(model);
    }
}

public sealed class SqliteSalesOrdersDbContext(DbContextOptions<SqliteSalesOrdersDbContext> options) : SalesOrdersDbContext(options);

public sealed class PostgresSalesOrdersDbContext(DbContextOptions<PostgresSalesOrdersDbContext> options) : SalesOrdersDbContext(options);

public sealed class SqlServerSalesOrdersDbContext(DbContextOptions<SqlServerSalesOrdersDbContext> options) : SalesOrdersDbContext(options);
