using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Customers.Contracts;
using Crm.Planning.Contracts;
using Crm.Platform.Contracts;
using Crm.SalesOrders;
using Crm.SalesOrders.Api;
using Crm.SalesOrders.Api.Quality;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Checking;
using Crm.SalesOrders.Application.Consumers;
using Crm.SalesOrders.Application.Consumers.Prices;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Demo;
using Crm.SalesOrders.Application.Dunning;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Application.History;
using Crm.SalesOrders.Application.Imports;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Notes;
using Crm.SalesOrders.Application.Opportunities;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Quality;
using Crm.SalesOrders.Application.Supply;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

[assembly: CrmModule(typeof(SalesOrdersModule))]

namespace Crm.SalesOrders;

/// <summary>Products, stock and orders: everything that is decided in the moment of a sale.</summary>
public sealed class SalesOrdersModule : IModule
{
    public string Name => "sales-orders";

    public void Describe(ModuleBuilder module) => module
        .Database<SalesOrdersDbContext>()
        .Handlers()
        .Publishes<SalesOrdersPublishedEvents>()
        .Republishes<SalesOrdersCurrentState>()
        .Consumes<CustomerRegisteredV1, KeepCustomerCopy>("sales-orders.customer-copy")
        .Consumes<CustomerChangedV1, KeepCustomerCopy>("sales-orders.customer-copy")
        .Consumes<CreditTermsChangedV1, KeepCreditTerms>("sales-orders.credit-terms")
        .Consumes<OpportunityWonV1, DraftWonOpportunity>("sales-orders.opportunity-drafts")
        .Consumes<UserChangedV1, KeepPersonCopy>("sales-orders.person-copy")
        .Consumes<PriceListPublishedV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<PriceListSuspendedV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<PriceListResumedV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<PriceListEndedV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<PromotionPublishedV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<PromotionSuspendedV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<PromotionResumedV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<PromotionEndedV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<VoucherBatchIssuedV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<VouchersWithdrawnV1, TakeOverPrices>("sales-orders.planned-prices")
        .Consumes<SegmentFrozenV1, KeepSegments>("sales-orders.segments")
        .Consumes<TerritoryChangedV1, KeepTerritoryTree>("sales-orders.territory-tree")
        .Consumes<PersonErasureRequestedV1, ForgetErased>("sales-orders.erasure")
        .Consumes<PersonErasureRequestedV1, ForgetBillingContact>("sales-orders.billing-erasure")
        .Import<ProductImport>("sales-orders.products", SalesOrdersPermissions.WriteProducts)
        .Import<ExchangeRateImport>("sales-orders.exchange-rates", AccountingPermissions.WriteRates)
        .Import<OrderImport>("sales-orders.orders", SalesOrdersPermissions.PlaceOrders)
        .Job<ExpireQuotes>("expire-quotes", cron: "0 10 * * * ?")
        .Job<ArchiveOldOrders>(ArchiveOldOrders.Name, cron: "0 30 2 * * ?")
        .Permissions<SalesOrdersPermissions>()
        .Permissions<NotePermissions>()
        .Permissions<StockPermissions>()
        .Permissions<SupplyPermissions>()
        .Operation<CheckOrders>(CheckOrders.Kind)
        .Job<CheckOrdersWeekly>(CheckOrdersWeekly.Name, cron: "0 40 3 ? * SUN")
        .Operation<VerifyStock>(VerifyStock.Kind)
        .Operation<RebuildStock>(RebuildStock.Kind)
        .Job<CleanReservations>(CleanReservations.Name, cron: "0 20 3 * * ?")
        .Permissions<QualityPermissions>()
        .Operation<CheckCatalogue>(CheckCatalogue.Kind)
        .Job<CheckCatalogueNightly>(CheckCatalogueNightly.Name, cron: "0 50 2 * * ?")
        .Job<CheckChangedProducts>(CheckChangedProducts.Name, cron: "20 * * * * ?")
        .Permissions<CreditPermissions>()
        .Permissions<DunningPermissions>()
        .Permissions<AccountingPermissions>()
        .Permissions<LoyaltyPermissions>()
        .Job<CountPoints>(CountPoints.Name, cron: "10 * * * * ?")
        .Job<TellExposures>(TellExposures.Name, cron: "40 */5 * * * ?")
        .Job<SendReminders>(SendReminders.Name, cron: "0 20 * * * ?")
        .Job<ExpireReservations>(ExpireReservations.Name, cron: "30 * * * * ?")
        .Demo<DemoSales>()
        .Services(SalesSettings.Declare)
        .Services(InvoiceDocuments.Register)
        .Services(ProblemWorkbooks.Register)
        .Services(services => services
            .AddScoped<Returns>()
            .AddScoped<Products>()
            .AddScoped<ProductQuality>()
            .AddScoped<ReceivedCosts>()
            .AddScoped<OrderCosts>()
            .AddSingleton<OrderNumbers>()
            .AddScoped<OrderTermsReader>()
            .AddScoped<OpportunityTerms>()
            .AddScoped<OrderTimeLine>()
            .AddScoped<ApprovalReasons>()
            .AddScoped<OrderConfirmation>()
            .AddScoped<OrderChanging>()
            .AddScoped<CreditCheck>()
            .AddScoped<CustomerExposures>()
            .AddScoped<BookingRates>()
            .AddSingleMails()
            .AddSingleton<PriceBooks>()
            .AddScoped<Sales>()
            .AddScoped<OrderPricing>()
            .AddScoped<PromotionUses>()
            .AddScoped<OffsetPoints>()
            .AddScoped<PriceQuotes>()
            .AddScoped<Publications>()
            .AddScoped<ImportKeys>());

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ProductEndpoints.Map(routes);
        CategoryEndpoints.Map(routes);
        UnitEndpoints.Map(routes);
        ProductCostEndpoints.Map(routes);
        QualityEndpoints.Map(routes);
        StockEndpoints.Map(routes);
        PromiseEndpoints.Map(routes);
        WarehouseEndpoints.Map(routes);
        ReservationEndpoints.Map(routes);
        TransferEndpoints.Map(routes);
        StockCountEndpoints.Map(routes);
        SupplierEndpoints.Map(routes);
        SupplyOrderEndpoints.Map(routes);
        ReplenishmentEndpoints.Map(routes);
        OrderEndpoints.Map(routes);
        ShipmentEndpoints.Map(routes);
        OrderChangeEndpoints.Map(routes);
        PaymentEndpoints.Map(routes);
        RefundEndpoints.Map(routes);
        OrderApprovalEndpoints.Map(routes);
        OrderLifeEndpoints.Map(routes);
        OrderNoteEndpoints.Map(routes);
        OrderHistoryEndpoints.Map(routes);
        ReturnEndpoints.Map(routes);
        InvoiceEndpoints.Map(routes);
        StatementEndpoints.Map(routes);
        CreditEndpoints.Map(routes);
        ReminderEndpoints.Map(routes);
        ReminderFeeEndpoints.Map(routes);
        JournalEndpoints.Map(routes);
        PointsEndpoints.Map(routes);
        PriceEndpoints.Map(routes);
        ChannelEndpoints.Map(routes);
        ExchangeRateEndpoints.Map(routes);
        routes.MapImports(Name);
    }

    public void MapAdminEndpoints(IEndpointRouteBuilder routes)
    {
        ApprovalRuleEndpoints.MapAdmin(routes);
        ProductEndpoints.MapAdmin(routes);
        QualityEndpoints.MapAdmin(routes);
        StockEndpoints.MapAdmin(routes);
        OrderEndpoints.MapAdmin(routes);
        PriceEndpoints.MapAdmin(routes);
        ReminderEndpoints.MapAdmin(routes);
        JournalEndpoints.MapAdmin(routes);
        PointsEndpoints.MapAdmin(routes);
    }
}
