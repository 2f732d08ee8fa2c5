using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.Customers.Domain;

namespace Crm.Customers.Application.Imports;

/// <summary>A customer in a file, with one contact, one address and one number of each kind; more contacts in a second file. What is empty says nothing.</summary>
internal sealed record CustomerImportRow(
    [ImportField("Name", "名称", Synonyms = "company|company name|account|account name|customer|customer name|full name|organisation|organization|firma|firmenname|kunde|kundenname|name1|nom|société|empresa|nombre|公司|公司名称|客户|客户名称|企业名称|姓名", IsPersonal = true)]
    string Name,
    [ImportField("The company's own customer number; left out, the system gives one", "客户编号；为空则由系统生成", MaxLength = 40, Synonyms = "customer code|customer number|customer no|account number|account no|number|no|kundennummer|kdnr|debitor|debitorennummer|客户编号|客户代码|编号")]
    string? Code = null,
    [ImportField("Organisation or person; an organisation when a new one does not say", "企业或个人；新客户未注明时为企业", Synonyms = "customer type|account type|type|typ|kundenart|客户类型|类型")]
    CustomerKind? Kind = null,
    [ImportField("Short name", "简称", Synonyms = "nickname|alias|abbreviation|kurzname|suchbegriff|matchcode|客户简称", IsPersonal = true)]
    string? ShortName = null,
    [ImportField("Tax number", "税号", Synonyms = "tax number|tax no|vat|vat id|vat number|vat reg no|ustid|ust-idnr|umsatzsteuer-id|steuernummer|siret|nif|uscc|纳税人识别号|统一社会信用代码|社会信用代码", IsPersonal = true)]
    string? TaxId = null,
    [ImportField("Industry", "行业", Synonyms = "sector|branch|business|branche|industrie|secteur|所属行业")]
    string? Industry = null,
    [ImportField("Name in the register", "注册名称", Synonyms = "registered name|official name|handelsregistername|raison sociale|法定名称|注册公司名", IsPersonal = true)]
    string? LegalName = null,
    [ImportField("Size", "规模", Synonyms = "company size|unternehmensgröße|企业规模|公司规模")]
    CompanySize? Size = null,
    [ImportField("Where the customer comes from", "来源", Synonyms = "lead source|account source|origin|herkunft|quelle|客户来源|线索来源")]
    string? Source = null,
    [ImportField("Channel", "渠道", Synonyms = "sales channel|vertriebsweg|vertriebskanal|kanal|销售渠道")]
    string? Channel = null,
    [ImportField("Lifecycle; a prospect when a new one does not say", "生命周期；新客户未注明时为潜在客户", Synonyms = "status|stage|lifecycle stage|customer status|kundenstatus|phase|客户状态|状态|阶段")]
    Lifecycle? Lifecycle = null,
    [ImportField("Notes", "备注", MaxLength = CustomerLimits.Note, Synonyms = "note|description|comment|comments|remarks|bemerkung|bemerkungen|notiz|notizen|beschreibung|说明|描述|注释", IsPersonal = true)]
    string? Notes = null,
    [ImportField("Person to talk to", "联系人", Synonyms = "contact|contact person|primary contact|ansprechpartner|kontakt|kontaktperson|interlocuteur|联系人姓名", Content = ImportContent.PersonName)]
    string? ContactName = null,
    [ImportField("Title of that person", "联系人职务", Synonyms = "title|job title|position|function|funktion|berufsbezeichnung|职务|职位|头衔")]
    string? ContactTitle = null,
    [ImportField("Street and number of the main address", "主要地址：街道", Synonyms = "address|address line 1|street address|billing street|billing address|mailing street|address 1 street 1|straße|strasse|straße und hausnummer|adresse|rue|dirección|地址|详细地址|街道|街道地址", IsPersonal = true)]
    string? Street = null,
    [ImportField("City", "城市", Synonyms = "town|billing city|mailing city|address 1 city|ort|stadt|ville|ciudad|所在城市|市")]
    string? City = null,
    [ImportField("State or province", "省/州", Synonyms = "state|province|state province|county|billing state|mailing state|address 1 state province|bundesland|kanton|land region|省|省份|州|所在省份")]
    string? Region = null,
    [ImportField("Postal code", "邮编", MaxLength = 40, Synonyms = "zip|zip code|postcode|postal|zip postal code|billing code|billing postal code|billing zip|mailing zip|mailing postal code|address 1 zip postal code|plz|postleitzahl|code postal|código postal|邮政编码", Content = ImportContent.PostalCode)]
    string? PostalCode = null,
    [ImportField("Country", "国家", Synonyms = "nation|country code|country region|billing country|mailing country|address 1 country region|land|staat|länderkennzeichen|pays|país|国家地区|国别", Content = ImportContent.Country)]
    string? Country = null,
    [ImportField("Phone", "电话", Synonyms = "phone number|telephone|tel|main phone|business phone|office phone|work phone|telefon|telefonnummer|rufnummer|téléphone|teléfono|电话号码|固定电话|座机|办公电话", Content = ImportContent.Phone)]
    string? Phone = null,
    [ImportField("Mobile phone", "手机", Synonyms = "mobile|mobile number|cell|cell phone|handy|handynummer|mobiltelefon|mobilnummer|móvil|手机号|手机号码|移动电话", Content = ImportContent.Phone)]
    string? Mobile = null,
    [ImportField("Fax", "传真", Synonyms = "fax number|telefax|faxnummer|传真号码", Content = ImportContent.Phone)]
    string? Fax = null,
    [ImportField("E-mail", "电子邮件", Synonyms = "e-mail|mail|email address|e-mail address|emailadresse|e-mail-adresse|correo|courriel|邮箱|电子邮箱|邮件地址", Content = ImportContent.Email)]
    string? Email = null,
    [ImportField("Date of birth", "出生日期", Synonyms = "birthdate|birthday|date of birth|born|geburtsdatum|geburtstag|date de naissance|生日", Content = ImportContent.Date, IsPersonal = true)]
    DateOnly? BornOn = null,
    [ImportField("Sex", "性别", Synonyms = "gender|geschlecht|sexe|sexo")]
    Sex? Sex = null,
    [ImportField("Needs", "需求", MaxLength = CustomerLimits.Note, Synonyms = "need|requirements|bedarf|客户需求", IsPersonal = true)]
    string? Needs = null,
    [ImportField("How the customer wants to be treated", "偏好", MaxLength = CustomerLimits.Note, Synonyms = "preferences|vorlieben|客户偏好", IsPersonal = true)]
    string? Preferences = null,
    [ImportField("Tags, separated by semicolons", "标签（以分号分隔）", MaxLength = CustomerLimits.Note, Synonyms = "tag|labels|keywords|schlagworte|stichworte|标签")]
    string? Tags = null,
    [ImportField("Who looks after the customer: login, mail address or name of a user", "负责人：用户的登录名、邮箱或姓名", Synonyms = "account owner|contact owner|lead owner|owner email|owner username|account manager|sales rep|betreuer|kundenbetreuer|verantwortlicher|所有者|客户经理|业务员", IsPersonal = true)]
    string? Owner = null,
    [ImportField("What becomes of a row whose owner is no user here: refuse, or leaveOut", "负责人不是本系统用户时：refuse（拒绝）或 leaveOut（忽略）")]
    UnknownOwner UnknownOwner = UnknownOwner.Refuse,
    [ImportField("Street and number of the billing address", "账单地址：街道", Synonyms = "invoice street|rechnungsadresse|账单地址", IsPersonal = true)]
    string? BillingStreet = null,
    [ImportField("City of the billing address", "账单地址：城市", Synonyms = "invoice city")]
    string? BillingCity = null,
    [ImportField("State or province of the billing address", "账单地址：省/州", Synonyms = "billing state|invoice state")]
    string? BillingRegion = null,
    [ImportField("Postal code of the billing address", "账单地址：邮编", MaxLength = 40, Synonyms = "billing zip|invoice zip", Content = ImportContent.PostalCode)]
    string? BillingPostalCode = null,
    [ImportField("Country of the billing address", "账单地址：国家", Synonyms = "invoice country", Content = ImportContent.Country)]
    string? BillingCountry = null,
    [ImportField("Street and number of the shipping address", "收货地址：街道", Synonyms = "delivery street|other street|address 2 street 1|lieferadresse|收货地址", IsPersonal = true)]
    string? ShippingStreet = null,
    [ImportField("City of the shipping address", "收货地址：城市", Synonyms = "delivery city|other city|address 2 city")]
    string? ShippingCity = null,
    [ImportField("State or province of the shipping address", "收货地址：省/州", Synonyms = "shipping state|delivery state|other state|address 2 state province")]
    string? ShippingRegion = null,
    [ImportField("Postal code of the shipping address", "收货地址：邮编", MaxLength = 40, Synonyms = "shipping code|shipping zip|delivery zip|other zip|address 2 zip postal code", Content = ImportContent.PostalCode)]
    string? ShippingPostalCode = null,
    [ImportField("Country of the shipping address", "收货地址：国家", Synonyms = "delivery country|other country|address 2 country region", Content = ImportContent.Country)]
    string? ShippingCountry = null,
    [ImportField("Account at WeChat", "微信号", Synonyms = "wechat|wechat id|weixin|微信", IsPersonal = true)]
    string? WeChat = null,
    [ImportField("Account at LinkedIn", "领英账号", Synonyms = "linkedin|linkedin profile|linkedin url|领英", IsPersonal = true)]
    string? LinkedIn = null,
    [ImportField("Account at Facebook", "Facebook 账号", Synonyms = "facebook url|facebook page", IsPersonal = true)]
    string? Facebook = null,
    [ImportField("Account at X", "X 账号", Synonyms = "twitter handle|x handle|twitter username", IsPersonal = true)]
    string? Twitter = null,
    [ImportField("Does not want to be called: yes is noted at every phone and mobile number, no changes nothing", "拒绝来电：是则标记所有电话和手机，否则不变", Synonyms = "do not call|do not phone|do not allow phone calls|phone opt out|has opted out of phone|请勿致电")]
    bool? PhoneOptOut = null,
    [ImportField("Does not want mails: yes is noted at every mail address, no changes nothing", "拒收邮件：是则标记所有邮箱，否则不变", Synonyms = "email opt out|has opted out of email|do not allow emails|unsubscribed|do not email|请勿发送邮件")]
    bool? EmailOptOut = null,
    [ImportField("Does not want faxes: yes is noted at every fax number, no changes nothing", "拒收传真：是则标记所有传真，否则不变", Synonyms = "fax opt out|has opted out of fax|do not allow faxes|do not fax|请勿发送传真")]
    bool? FaxOptOut = null,
    [ImportField("More persons to talk to, in a second file", "更多联系人（第二个文件）")]
    IReadOnlyList<CustomerImportContact>? Contacts = null,
    FurtherValues? Further = null)
{
    /// <summary>Before the key of a field of the company's own.</summary>
    public const string FieldPrefix = "fields.";

    /// <summary>Numbers, addresses and accounts that are said, kind by kind.</summary>
    public IEnumerable<ContactPointInput> Numbers() => new (ContactPointKind Kind, string? Network, string? Value)[]
    {
        (ContactPointKind.Phone, null, Phone), (ContactPointKind.Mobile, null, Mobile), (ContactPointKind.Fax, null, Fax), (ContactPointKind.Email, null, Email),
        (ContactPointKind.Social, "wechat", WeChat), (ContactPointKind.Social, "linkedin", LinkedIn), (ContactPointKind.Social, "facebook", Facebook),
        (ContactPointKind.Social, "x", Twitter),
    }.Where(n => n.Value is not null).Select(n => new ContactPointInput(n.Kind, n.Value!, IsPrimary: true, n.Network));

    /// <summary>One of each kind of which anything is said.</summary>
    public IEnumerable<AddressInput> Addresses() => new AddressInput[]
    {
        new(Street, City, Region, PostalCode, Country, AddressKind.Main, IsPrimary: true),
        new(BillingStreet, BillingCity, BillingRegion, BillingPostalCode, BillingCountry, AddressKind.Billing, IsPrimary: true),
        new(ShippingStreet, ShippingCity, ShippingRegion, ShippingPostalCode, ShippingCountry, AddressKind.Shipping, IsPrimary: true),
    }.Where(a => a != new AddressInput(Kind: a.Kind, IsPrimary: true));
}

/// <summary>What becomes of a row that names an owner who is no user.</summary>
internal enum UnknownOwner
{
    [Label("Refuse the row", "拒绝该行")]
    Refuse,
    [Label("Leave the owner out", "忽略负责人")]
    LeaveOut,
}

/// <summary>A person to talk to, of the second file.</summary>
internal sealed record CustomerImportContact(
    [ImportField("Name", "姓名")] string Name,
    [ImportField("What the person does there", "职务")] string? Title = null,
    [ImportField("Where in the organisation", "部门")] string? Department = null,
    [ImportField("Phone", "电话")] string? Phone = null,
    [ImportField("Mobile phone", "手机")] string? Mobile = null,
    [ImportField("E-mail", "电子邮件")] string? Email = null,
    [ImportField("Does not want to be called; no changes nothing", "拒绝来电（否则不变）")] bool? PhoneOptOut = null,
    [ImportField("Does not want mails; no changes nothing", "拒收邮件（否则不变）")] bool? EmailOptOut = null);
