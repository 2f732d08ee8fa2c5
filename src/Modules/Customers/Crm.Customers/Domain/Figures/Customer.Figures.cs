using Crm.Customers.Domain.Figures;
using Crm.Customers.Domain.Scoring;

namespace Crm.Customers.Domain;

internal sealed partial class Customer
{
    /// <summary>Only there when a query asks for it; null while nothing was ordered or paid.</summary>
    public CustomerFigures? Figures { get; private set; }

    /// <summary>Only there when a query asks for it; null where nothing was ordered when scores were counted last.</summary>
    public CustomerScore? Score { get; private set; }
}
