using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application.Activities;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Domain.Credit;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application;

/// <summary>All customers, what they may owe, opportunities and what was done, deleted ones too, for a module that was switched off or joins late.</summary>
internal sealed class CustomersState(CustomersDbContext db) : ICurrentState
{
    public async IAsyncEnumerable<StateEvent> Read([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var customer in db.InPages<Customer, CustomerId>(db.Customers.IgnoreQueryFilters([ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter]), ct))
        {
            yield return new StateEvent(
                Names.Stream(customer), customer.Version, new CustomerChangedV1(customer.Id.Value, CustomersPublishedEvents.StateOf(customer)));
        }

        await foreach (var terms in db.InPages<CreditTerms, CreditTermsId>(db.CreditTerms, ct))
            yield return new StateEvent(Names.Stream(terms), terms.Version, PublishedOwnership.Credit(terms));

        await foreach (var opportunity in db.InPages<Opportunity, OpportunityId>(db.AllOpportunities(), ct))
            yield return new StateEvent(Names.Stream(opportunity), opportunity.Version, CustomersPublishedEvents.PresentOf(opportunity));

        var done = db.Set<Activity>().IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter]).Where(a => a.Status == ActivityStatus.Done);
        await foreach (var activity in db.InPages<Activity, ActivityId>(done, ct))
            yield return new StateEvent(Names.Stream(activity), activity.Version, PublishedActivities.PresentOf(activity));
    }
}
