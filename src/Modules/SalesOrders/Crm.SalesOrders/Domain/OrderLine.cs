using Crm.BuildingBlocks;
using Crm.Pricing;
using Crm.SalesOrders.Domain.Catalogue;

namespace Crm.SalesOrders.Domain;

/// <summary>A line keeps the product as it was sold, its price and what happened to its units.</summary>
/// <remarks>Invariant: 0 &lt;= credited &lt;= shipped; shipped + allocated &lt;= quantity - cancelled - not given.</remarks>
internal sealed partial class OrderLine
{
    private OrderLine()
    {
    }

    /// <summary>A line with a price from elsewhere.</summary>
    public OrderLine(int position, LineTerms terms, LineNet net, decimal discountShare) : this(position, terms)
    {
        DiscountShare = discountShare;
        (NetExact, Net) = net.Less(discountShare);
    }

    /// <summary>A line that was priced here.</summary>
    public OrderLine(int position, LineTerms terms, PricedLine priced) : this(position, terms, AmendedPrice.Of(priced))
    {
    }

    public OrderLine(int position, LineTerms terms, AmendedPrice price) : this(position, terms) => Take(price);

    private OrderLine(int position, LineTerms terms)
    {
        Id = Guid.CreateVersion7();
        Position = position;
        var product = terms.Product;
        (ProductId, Sku, ProductName, Category, Unit) = (product.Id, product.Sku, product.Name, product.Category, product.Unit);
        (UnitCost, CostKind) = terms.Cost;
        (Quantity, UnitPrice, DiscountRate) = (terms.Quantity, terms.UnitPrice, terms.DiscountRate);
        (PriceIsAgreed, PriceReason, IsService, IsStocked) = (terms.PriceIsAgreed, terms.PriceReason, product.IsService, product.IsTracked);
        PriceAuthority = terms.PriceAuthority;
    }

    /// <summary>Goods given along, for nothing.</summary>
    public static OrderLine Gift(int position, LineTerms terms) => new(position, terms) { IsGift = true };

    public Guid Id { get; private set; }

    /// <summary>From 1, in the order they were given.</summary>
    public int Position { get; private set; }

    public ProductId ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    public string ProductName { get; private set; } = "";

    public string? Category { get; private set; }

    public string? Unit { get; private set; }

    /// <summary>Per unit when it was sold, up to eight decimals; null: not known.</summary>
    public decimal? UnitCost { get; private set; }

    /// <summary>Which cost that was: the current one where it was known, else the standard one.</summary>
    public CostKind? CostKind { get; private set; }

    public int Quantity { get; private set; }

    /// <summary>Before discount, up to eight decimals.</summary>
    public decimal UnitPrice { get; private set; }

    /// <summary>Fraction from 0 to 1.</summary>
    public decimal DiscountRate { get; private set; }

    /// <summary>Per unit before anything was agreed, up to eight decimals; null: there was none.</summary>
    public decimal? ListPrice { get; private set; }

    /// <summary>The unit price was said by whoever placed the order, not found in a list.</summary>
    public bool PriceIsAgreed { get; private set; }

    /// <summary>Why price or rate were agreed.</summary>
    [PersonalInCopies]
    public string? PriceReason { get; private set; }

    /// <summary>Who allowed price or rate, as traces name them: a change of something else does not ask for it again.</summary>
    public string? PriceAuthority { get; private set; }

    public bool IsGift { get; private set; }

    /// <summary>What promotions on the line took off, up to eight decimals.</summary>
    public decimal PromotionDiscount { get; private set; }

    /// <summary>All units at their list price, or at the agreed one where that is higher or the only one; exact, in the basis of the order.</summary>
    public decimal FullValue => Math.Max(ListPrice ?? UnitPrice, UnitPrice) * Quantity;

    /// <summary>What agreements and promotions took off <see cref="FullValue"/>.</summary>
    public decimal TakenOff => FullValue - (UnitPrice * Quantity * (1m - DiscountRate)) + PromotionDiscount + DiscountShare;

    /// <summary>Fraction.</summary>
    public decimal TaxRate { get; private set; }

    /// <summary>On the net, in whole digits of the currency.</summary>
    public decimal Tax { get; private set; }

    /// <summary>The line's share of everything that was taken off the order as a whole, in whole digits of the currency.</summary>
    public decimal DiscountShare { get; private set; }

    /// <summary>Up to eight decimals.</summary>
    public decimal NetExact { get; private set; }

    /// <summary>Rounded to the currency's digits, half away from zero.</summary>
    public decimal Net { get; private set; }

    /// <summary>net + tax.</summary>
    public decimal Gross => Net + Tax;

    /// <summary>Units in the warehouse that are promised to this line.</summary>
    public int Allocated { get; private set; }

    /// <summary>A parcel, a document or a refund names it, also where nothing has come of that: it stays with the order for ever.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>Done and accepted, not stocked and shipped.</summary>
    public bool IsService { get; private set; }

    /// <summary>Lies in a warehouse: its units are allocated, issued and waited for. Goods that are not are simply shipped.</summary>
    public bool IsStocked { get; private set; }

    /// <summary>Units that left and were not lost on their way; of a service, units that were accepted.</summary>
    public int Shipped { get; private set; }

    /// <summary>Units that reached the customer, as far as somebody said so.</summary>
    public int Delivered { get; private set; }

    /// <summary>Units that left and of which nobody said that they arrived.</summary>
    public int OnTheirWay => IsService ? 0 : Shipped - Delivered;

    /// <summary>Units that will not be sent: the order was cancelled, or they were paid back, or are asked to be, before they left.</summary>
    public int Cancelled { get; private set; }

    /// <summary>Units of a gift that were not there. Nobody waits for them and no money moves for them.</summary>
    public int NotGiven { get; private set; }

    /// <summary>Units that are sold for good, whether or not they have left.</summary>
    public int Sold => Quantity - Cancelled - NotGiven;

    /// <summary>Units that are still to be shipped or accepted.</summary>
    public int Open => Sold - Shipped;

    /// <summary>Units of a confirmed order that are still to be shipped and not in stock. Stored, so that waiting lines are found among millions.</summary>
    public int BackOrdered { get; private set; }

    /// <summary>Units that came back.</summary>
    public int Returned { get; private set; }

    /// <summary>Units that are agreed to come back and have not come.</summary>
    public int ReturnReserved { get; private set; }

    /// <summary>Units that the customer has and may still send back.</summary>
    public int Returnable => IsService ? 0 : Shipped - Returned - ReturnReserved;

    public void Allocate(int quantity)
    {
        Allocated += quantity;
        Wait();
    }

    public void Ship(int quantity, int promised)
    {
        IsNamed = true;
        Shipped += quantity;
        Allocated -= promised;
        Wait();
    }

    public void Accept(int quantity)
    {
        IsNamed = true;
        Shipped += quantity;
    }

    public void Deliver(int quantity) => Delivered += quantity;

    /// <summary>Units did not arrive and are to be shipped again, except for those that were credited.</summary>
    public void Lose(int quantity)
    {
        if (quantity > Returnable) throw SalesOrdersRules.LostWasReturned.Broken(Sku);
        Shipped -= quantity;
        var credited = Math.Max(0, Credited - Shipped);
        Credited -= credited;
        Cancelled += credited;
        Wait();
    }

    /// <summary>What the units are worth that were shipped, with so many more: their part of the gross, exact.</summary>
    public decimal ValueWith(int more) => Quantity == 0 ? 0m : Gross * (Shipped + more) / Quantity;

    public void ReserveReturn(int quantity) => ReturnReserved += quantity;

    public void TakeBack(int reserved, int received)
    {
        ReturnReserved -= reserved;
        Returned += received;
    }

    /// <summary>Gives up what is open and not promised: nobody waits for a gift.</summary>
    public void GiveWhatIsThere()
    {
        NotGiven += Open - Allocated;
        Wait();
    }

    public void CancelOpen()
    {
        Cancelled += Open;
        Allocated = 0;
        BackOrdered = 0;
    }

    /// <summary>The same line with other terms; what happened to its units stays.</summary>
    public OrderLine Becoming(int position, LineTerms terms, AmendedPrice price)
    {
        if (terms.Quantity < Shipped) throw SalesOrdersRules.ChangeBelowShipped.Broken(Sku, Shipped, terms.Quantity);
        (Position, Quantity, DiscountRate) = (position, terms.Quantity, terms.DiscountRate);
        (PriceIsAgreed, PriceReason, PriceAuthority) = (terms.PriceIsAgreed, terms.PriceReason, terms.PriceAuthority);
        // A gift is given anew, as far as it is there by now.
        NotGiven = 0;
        Take(price);
        Wait();
        return this;
    }

    /// <summary>The line without what was not sent of it: it comes to nothing, and stays for those who name it.</summary>
    public OrderLine Withdrawn(int position)
    {
        (Position, Quantity, Allocated, NotGiven) = (position, Shipped, 0, 0);
        Take(AmendedPrice.Nothing with { ListPrice = ListPrice, UnitPrice = UnitPrice, TaxRate = TaxRate });
        Wait();
        return this;
    }

    /// <summary>What the units come to that were shipped or accepted, at the price per unit of the whole line.</summary>
    public AmendedPrice PriceOfShipped(string currency)
    {
        var part = Quantity == 0 ? 0m : (decimal)Shipped / Quantity;
        return new AmendedPrice(
            ListPrice, UnitPrice, Exact(PromotionDiscount * part), Currencies.Round(DiscountShare * part, currency), Exact(NetExact * part),
            Currencies.Round(Net * part, currency), TaxRate, Currencies.Round(Tax * part, currency));
    }

    /// <summary>The rest of the line does not come.</summary>
    public void EndWithShipped(string currency)
    {
        Take(PriceOfShipped(currency));
        (Quantity, Allocated, NotGiven) = (Shipped, 0, 0);
        Wait();
    }

    private static decimal Exact(decimal amount) => Math.Round(amount, LineNet.ExactDigits, MidpointRounding.AwayFromZero);

    private void Take(AmendedPrice price)
    {
        (ListPrice, UnitPrice, PromotionDiscount, DiscountShare) = (price.ListPrice, price.UnitPrice, price.PromotionDiscount, price.DiscountShare);
        (NetExact, Net, TaxRate, Tax) = (price.NetExact, price.Net, price.TaxRate, price.Tax);
    }

    private void Wait() => BackOrdered = IsStocked ? Open - Allocated : 0;
}
