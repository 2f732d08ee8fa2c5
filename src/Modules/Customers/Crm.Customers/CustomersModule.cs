using Crm.BuildingBlocks.Hosting.Api.OpenApi;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Customers;
using Crm.Customers.Api;
using Crm.Customers.Api.Activities;
using Crm.Customers.Api.Analysis;
using Crm.Customers.Api.Cases;
using Crm.Customers.Api.Credit;
using Crm.Customers.Api.Duplicates;
using Crm.Customers.Api.Evaluations;
using Crm.Customers.Api.Exports;
using Crm.Customers.Api.Fields;
using Crm.Customers.Api.Figures;
using Crm.Customers.Api.Opportunities;
using Crm.Customers.Api.Ownership;
using Crm.Customers.Api.Pools;
using Crm.Customers.Api.Privacy;
using Crm.Customers.Api.Processes;
using Crm.Customers.Api.Quality;
using Crm.Customers.Api.Reviews;
using Crm.Customers.Api.Sampling;
using Crm.Customers.Api.Satisfaction;
using Crm.Customers.Api.Segments;
using Crm.Customers.Api.Tags;
using Crm.Customers.Api.Territories;
using Crm.Customers.Application;
using Crm.Customers.Application.Activities;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Application.Cases;
using Crm.Customers.Application.Consumers;
using Crm.Customers.Application.Credit;
using Crm.Customers.Application.Demo;
using Crm.Customers.Application.Evaluations;
using Crm.Customers.Application.Exports;
using Crm.Customers.Application.Fields;
using Crm.Customers.Application.Figures;
using Crm.Customers.Application.Imports;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Application.Ownership;
using Crm.Customers.Application.Pools;
using Crm.Customers.Application.Privacy;
using Crm.Customers.Application.Processes;
using Crm.Customers.Application.Quality;
using Crm.Customers.Application.Reviews;
using Crm.Customers.Application.Sampling;
using Crm.Customers.Application.Satisfaction;
using Crm.Customers.Application.Segments;
using Crm.Customers.Application.Territories;
using Crm.Customers.Contracts;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

[assembly: CrmModule(typeof(CustomersModule))]

namespace Crm.Customers;

/// <summary>Who the company sells to.</summary>
public sealed class CustomersModule : IModule
{
    public string Name => "customers";

    public void Describe(ModuleBuilder module) => module
        .Database<CustomersDbContext>()
        .Handlers()
        .Publishes<CustomersPublishedEvents>()
        .Republishes<CustomersState>()
        .Import<CustomerImport>("customers.customers", CustomersPermissions.Import)
        .Consumes<PersonErasureRequestedV1, AnonymiseErased>("customers.erasure")
        .Permissions<CustomersPermissions>()
        .Permissions<OpportunityPermissions>()
        .Consumes<PersonErasureRequestedV1, ForgetOpportunities>("customers.opportunity-erasure")
        .Job<SnapshotOpportunities>(SnapshotOpportunities.Name, cron: "0 1,31 * * * ?")
        .Permissions<PoolPermissions>()
        .Consumes<PersonErasureRequestedV1, ForgetPoolEntries>("customers.pool-erasure")
        .Job<ReleaseCustomers>(ReleaseCustomers.Name, cron: "0 40 2 * * ?")
        .Services(services => services.AddScoped<ReleasePlan>().AddSingleton<DeclaredRights>())
        .Permissions<ProcessPermissions>()
        .Consumes<PersonErasureRequestedV1, ForgetProcesses>("customers.process-erasure")
        .Consumes<OrderQuotedV1, HearSales>(HearSales.Name)
        .Consumes<OrderExpiredV1, HearSales>(HearSales.Name)
        .Consumes<OrderSubmittedV1, HearSales>(HearSales.Name)
        .Consumes<OrderConfirmedV1, HearSales>(HearSales.Name)
        .Consumes<OrderCancelledV1, HearSales>(HearSales.Name)
        .Consumes<OrderCompletedV1, HearSales>(HearSales.Name)
        .Consumes<PaymentCapturedV1, HearSales>(HearSales.Name)
        .Consumes<ShipmentDeliveredV1, HearSales>(HearSales.Name)
        .Consumes<ReturnReceivedV1, HearSales>(HearSales.Name)
        .Consumes<RefundSettledV1, HearSales>(HearSales.Name)
        .Services(services => services.AddScoped<CompanyDay>().AddScoped<ProcessWalks>().AddSingleton<GraphCheck>())
        .Permissions<FieldsPermissions>()
        .Consumes<TerritoryChangedV1, KeepTerritories>("customers.territories")
        .Permissions<OwnershipPermissions>()
        .Operation<HandOverWork>(HandOverWork.Kind)
        .Operation<MoveProcessesWork>(MoveProcessesWork.Kind)
        .Permissions<CreditPermissions>()
        .Services(services => services.AddScoped<IDescribesData, FieldsInDescription>())
        .Services(ProblemWorkbooks.Register)
        .ConsumesInBatches<KeepTransactions>("customers.transactions", KeepTransactions.Events)
        .Permissions<FiguresPermissions>()
        .Duplicates()
        .Permissions<SegmentsPermissions>()
        .Permissions<SamplingPermissions>()
        .Permissions<AnalysisPermissions>()
        .Consumes<CustomerMergedV1, CountMerged>("customers.figures-of-merged")
        .Consumes<CustomerUnmergedV1, CountMerged>("customers.figures-of-merged")
        .Operation<RecountFigures>(FiguresRecount.Kind)
        .Job<FollowCurrency>(FollowCurrency.Name, cron: "0 25 * * * ?")
        .Job<ScoreCustomers>(ScoreCustomers.Name, cron: "0 10 1 * * ?")
        .Services(AnalysisSettings.Declare)
        .Services(services => services
            .AddScoped<FigureCount>()
            .AddScoped<CustomerAudience>()
            .AddScoped<SampleFrames>()
            .AddScoped<BuyingReader>()
            .AddScoped<LifetimeValues>()
            .AddScoped<CustomerAnalysis>())
        .Permissions<ActivityPermissions>()
        .Permissions<CasePermissions>()
        .Permissions<ReviewPermissions>()
        .Permissions<EvaluationPermissions>()
        .Permissions<SatisfactionPermissions>()
        .Consumes<ShipmentDispatchedV1, KeepDeliveries>("customers.deliveries")
        .Consumes<ShipmentDeliveredV1, KeepDeliveries>("customers.deliveries")
        .Consumes<ShipmentLostV1, KeepDeliveries>("customers.deliveries")
        .Consumes<ServiceAcceptedV1, KeepDeliveries>("customers.deliveries")
        .Consumes<PersonErasureRequestedV1, ForgetOpinions>("customers.opinions-erasure")
        .Services(SatisfactionSettings.Declare)
        .Services(services => services.AddScoped<CustomerSatisfaction>())
        .Consumes<WorkingCalendarChangedV1, KeepWorkingCalendar>("customers.working-calendars")
        .Consumes<WorkingCalendarRemovedV1, KeepWorkingCalendar>("customers.working-calendars")
        .Consumes<PersonErasureRequestedV1, ForgetCases>("customers.cases-erasure")
        .Job<EscalateLateCases>(EscalateLateCases.Name, cron: "35 * * * * ?")
        .Services(services => services.AddScoped<CaseDesk>().AddScoped<CaseAnswers>())
        .Consumes<PersonErasureRequestedV1, ForgetActivities>("customers.activities-erasure")
        .Job<SendActivityReminders>(SendActivityReminders.Name, cron: "5 * * * * ?")
        .Services(services => services.AddScoped<KnownOwners>().AddScoped<ActivityPlanning>().AddScoped<NextActivity>().AddScoped<ActivityCalendars>().AddSingleMails())
        .Permissions<ExportPermissions>()
        .Operation<ExportCustomers>(StartCustomerExport.Kind)
        .Operation<ExportPerson>(StartPersonExport.Kind)
        .Job<ExpireExports>(ExpireExports.Name, cron: "0 20 4 * * ?")
        .Services(services => services.AddScoped<CustomerFileWriting>().AddScoped<IPersonSection, RecordSection>().AddScoped<IPersonSection, AttachmentSection>()
            .AddScoped<IPersonSection, RowsSection>().AddScoped<IPersonSection, TrailSection>())
        .Permissions<PrivacyPermissions>()
        .Consumes<PersonErasureRequestedV1, ForgetPrivately>("customers.privacy-erasure")
        .Permissions<QualityPermissions>()
        .Operation<CheckAllCustomers>(CheckAllCustomers.Kind)
        .Operation<ProposeCleansing>(StartCleansing.Kind)
        .Operation<CleansingApplication>(ApplyCleansing.Kind)
        .Operation<CleansingUndoing>(UndoCleansing.Kind)
        .Job<CheckCustomersNightly>(CheckCustomersNightly.Name, cron: "0 10 3 * * ?")
        .Job<CheckChangedCustomers>(CheckChangedCustomers.Name, cron: "40 * * * * ?")
        .Services(services => services.AddScoped<CustomerQuality>())
        .Demo<DemoCustomers>()
        .Demo<DemoProcesses>()
        .Demo<DemoOpportunities>()
        .Demo<DemoActivities>()
        .Demo<DemoCases>()
        .Demo<DemoOpinions>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CustomerEndpoints.Map(routes);
        OpportunityEndpoints.Map(routes);
        PipelineEndpoints.Map(routes);
        ProcessDefinitionEndpoints.Map(routes);
        ProcessEndpoints.Map(routes);
        PoolEndpoints.Map(routes);
        TagEndpoints.Map(routes);
        FieldEndpoints.Map(routes);
        TerritoryEndpoints.Map(routes);
        OwnershipEndpoints.Map(routes);
        CreditEndpoints.Map(routes);
        TransactionEndpoints.Map(routes);
        DuplicatesParts.Map(routes);
        SegmentEndpoints.Map(routes);
        SampleEndpoints.Map(routes);
        AnalysisEndpoints.Map(routes);
        ScoreEndpoints.Map(routes);
        ActivityEndpoints.Map(routes);
        CalendarEndpoints.Map(routes);
        ExportEndpoints.Map(routes);
        ConsentEndpoints.Map(routes);
        QualityEndpoints.Map(routes);
        CleansingEndpoints.Map(routes);
        CaseEndpoints.Map(routes);
        ServiceEndpoints.Map(routes);
        ReviewEndpoints.Map(routes);
        EvaluationEndpoints.Map(routes);
        SatisfactionEndpoints.Map(routes);
        routes.MapImports(Name);
    }

    public void MapAdminEndpoints(IEndpointRouteBuilder routes)
    {
        CustomerEndpoints.MapAdmin(routes);
        DuplicatesParts.MapAdmin(routes);
        ServiceEndpoints.MapAdmin(routes);
        EvaluationEndpoints.MapAdmin(routes);
        ActivityEndpoints.MapAdmin(routes);
        OpportunityEndpoints.MapAdmin(routes);
        PipelineEndpoints.MapAdmin(routes);
        ProcessDefinitionEndpoints.MapAdmin(routes);
        PoolEndpoints.MapAdmin(routes);
        FieldEndpoints.MapAdmin(routes);
        TransactionEndpoints.MapAdmin(routes);
        ConsentEndpoints.MapAdmin(routes);
        QualityEndpoints.MapAdmin(routes);
    }
}
